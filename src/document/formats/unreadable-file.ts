// Why can't a file be read? Thrown by the readers of formats, who don't know its name.

/** The message goes on after “the file”: *can't be read: it is protected by a password*. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly hint: string

  constructor(reason: string, hint: string, cause?: unknown) {
    super(reason, cause === undefined ? undefined : { cause })
    this.hint = hint
  }
}
