// What is a hostile file, and what must become of it?

export interface HostileFile {
  /** What is wrong with it, in a few words. */
  readonly what: string
  /** As it is sent. */
  readonly name: string
  /** Made when it is needed: some are large. */
  readonly bytes: () => Uint8Array
  readonly expected: Expected
}

export type Expected =
  | { readonly kind: 'refused'; readonly reason: RegExp }
  /** Harmless: learnt whole. Its text must hold `including`, and must not hold `without`. */
  | { readonly kind: 'learnt'; readonly including: string; readonly without?: string }

/** Stands at the end of every file that is learnt: what lies before it wasn't cut. */
export const LAST = '全年新建成的项目全部投入使用，群众满意度进一步提高，最后一句到此为止。'

export const FIRST = '某地公共设施年度工作报告'

/** Makes many files out of few words. */
export function refused(
  what: string,
  name: string,
  bytes: () => Uint8Array | string,
  reason: RegExp,
): HostileFile {
  return { what, name, bytes: () => bytesOf(bytes()), expected: { kind: 'refused', reason } }
}

/** @param without what must not be in the text that is learnt */
export function learnt(
  what: string,
  name: string,
  bytes: () => Uint8Array | string,
  without?: string,
): HostileFile {
  const expected = { kind: 'learnt', including: LAST, ...(without !== undefined && { without }) } as const
  return { what, name, bytes: () => bytesOf(bytes()), expected }
}

function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content
}

/** Bytes that don't compress, the same at every run. */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 0x2545f491
  for (let i = 0; i < length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[i] = state & 0xff
  }
  return bytes
}
