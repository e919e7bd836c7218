// What do the page around and the frame say to each other? Only this, and each checks from where it comes.

/** The page to the frame: here I am, whose origin the browser vouches for; now you are seen. */
export type ToFrame = { readonly wenbao: 'hello' } | { readonly wenbao: 'shown' }

/** The frame to the page: I am there; put me away. */
export type FromFrame = { readonly wenbao: 'ready' } | { readonly wenbao: 'close' }

/** @returns the kind, or undefined for what others send */
export function kindOf(data: unknown): string | undefined {
  const kind: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'wenbao') : undefined
  return typeof kind === 'string' ? kind : undefined
}
