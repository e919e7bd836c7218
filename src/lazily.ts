// Opens something when it is first needed: once, shared by all who ask, forgotten when it fails.

export interface Lazy<T> {
  get(): Promise<T>
  /** Undefined while it isn't open. */
  opened(): T | undefined
  close(): Promise<void>
}

/** @param open called at the first `get`, and again at the next one after it failed */
export function lazily<T extends { close(): Promise<void> }>(open: () => Promise<T>): Lazy<T> {
  let opening: Promise<T> | undefined
  let value: T | undefined
  const start = async () => {
    try {
      value = await open()
      return value
    } catch (error) {
      opening = undefined
      throw error
    }
  }
  return {
    get() {
      opening ??= start()
      return opening
    },
    opened: () => value,
    async close() {
      await opening?.catch(() => undefined)
      await value?.close()
      value = undefined
      opening = undefined
    },
  }
}
