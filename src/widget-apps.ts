// On whose pages may the conversation be framed? The apps as they are set: a name that may be known to all, and its sites.

export interface WidgetApp {
  /** Stands in the pages of the sites, so it is no secret. */
  readonly id: string
  /** `https://name[:port]`, at least one. */
  readonly origins: readonly string[]
}

const APP_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/**
 * Reads `id=https://a.example,https://b.example; id2=…`.
 *
 * @returns what is at fault, counting entries from 1
 */
export function readApps(setting: string): {
  readonly apps: readonly WidgetApp[]
  readonly faults: readonly string[]
} {
  const apps: WidgetApp[] = []
  const faults: string[] = []
  const entries = setting.split(';').filter((entry) => entry.trim() !== '')
  for (const [i, entry] of entries.entries()) {
    const read = readEntry(entry)
    if ('fault' in read) faults.push(`entry ${i + 1}: ${read.fault}`)
    else if (apps.some(({ id }) => id === read.id)) {
      faults.push(`entry ${i + 1}: expected a name of its own, got one of an entry before`)
    } else apps.push(read)
  }
  return { apps, faults }
}

function readEntry(entry: string): WidgetApp | { readonly fault: string } {
  const [id = '', list = ''] = entry.split('=', 2).map((part) => part.trim())
  if (!APP_ID.test(id)) {
    return { fault: `expected id=https://site.example,…, got ${JSON.stringify(entry.trim())}` }
  }
  const origins = list.split(/[\s,]+/).filter((origin) => origin !== '')
  const wrong = origins.find((origin) => !isOrigin(origin))
  if (wrong !== undefined || origins.length === 0) {
    return { fault: `expected origins such as https://intranet.example, got ${JSON.stringify(wrong ?? '')}` }
  }
  return { id, origins }
}

/** As a browser writes it, so that it can be compared letter by letter and set into a policy as it is. */
function isOrigin(text: string): boolean {
  // Stars and semicolons may stand in the name of a host, but mean something in a policy.
  return /^https?:\/\/[a-z0-9.:[\]_-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
