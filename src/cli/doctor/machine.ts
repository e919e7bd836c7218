// Is the machine fit? Node, locale, room on the disk, the port, the folder of reports.
import { constants } from 'node:fs'
import { access, readdir, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import type { Environment } from '../../config.ts'
import type { CheckResult } from './check.ts'

/** As `engines` in package.json says. */
const LEAST_NODE = [20, 15] as const
/** A collection of 10,000 chunks takes about 60 MB, and a change needs room beside the old. */
const ROOMY_BYTES = 200e6
/** Less than this and even the five bundled reports would not fit. */
const LEAST_BYTES = 20e6

/** NFS, SMB and CIFS, as statfs(2) names them. */
const NETWORK_DISKS: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42])

/** @param version as in `process.versions.node` */
export function checkNode(version: string): CheckResult {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isEnough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])
  if (isEnough) return { name: 'node', status: 'ok', message: version }
  const wanted = LEAST_NODE.join('.')
  return {
    name: 'node',
    status: 'fail',
    message: `${version}, at least ${wanted} is needed`,
    mend: `Install Node ${wanted} or later.`,
  }
}

export function checkLocale(env: Environment): CheckResult {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  if (/utf-?8/iu.test(locale)) return { name: 'locale', status: 'ok', message: locale }
  return {
    name: 'locale',
    status: 'warn',
    message: `${locale === '' ? 'not set' : locale}: a terminal may not show Chinese`,
    mend: 'export LANG=C.UTF-8 (Windows: chcp 65001)',
  }
}

/** Room and the right to write where the index lies, or would be made. */
export async function checkDisk(folder: string): Promise<CheckResult> {
  const place = await nearestExisting(folder)
  try {
    await access(place, constants.W_OK)
  } catch {
    return {
      name: 'disk',
      status: 'fail',
      message: `${place} can't be written`,
      mend: 'Choose another folder with WENBAO_INDEX, or give yourself the right to write.',
    }
  }
  const { bavail, bsize, type } = await statfs(place)
  if (NETWORK_DISKS.has(type)) {
    return {
      name: 'disk',
      status: 'warn',
      message: `${folder} lies on a network disk: locks may not hold there, and a cut connection damages what is written`,
      mend: 'Choose a folder on a local disk with WENBAO_INDEX.',
    }
  }
  const free = bavail * bsize
  const message = `${(free / 1e6).toFixed(0)} MB free for ${folder}`
  if (free >= ROOMY_BYTES) return { name: 'disk', status: 'ok', message }
  return {
    name: 'disk',
    status: free < LEAST_BYTES ? 'fail' : 'warn',
    message,
    mend: 'Free some space, or choose another disk with WENBAO_INDEX.',
  }
}

/** Whether the service could listen. */
export function checkPort(host: string, port: number): Promise<CheckResult> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      resolve({
        name: 'port',
        status: 'warn',
        message: `${host}:${port} ${error.code === 'EADDRINUSE' ? 'is in use' : error.message}`,
        mend: 'Another wenbao may be running; else choose another with WENBAO_PORT.',
      })
    })
    probe.listen(port, host, () => {
      probe.close(() => resolve({ name: 'port', status: 'ok', message: `${host}:${port} is free` }))
    })
  })
}

export async function checkCorpus(folder: string): Promise<CheckResult> {
  const mend = 'Set WENBAO_CORPUS, or name a folder: wenbao index DIR'
  try {
    const entries = await readdir(folder)
    if (entries.length > 0) return { name: 'corpus', status: 'ok', message: folder }
    return { name: 'corpus', status: 'warn', message: `${folder} is empty`, mend }
  } catch {
    return { name: 'corpus', status: 'warn', message: `${folder} can't be read`, mend }
  }
}

async function nearestExisting(folder: string): Promise<string> {
  try {
    await access(folder)
    return folder
  } catch {
    const parent = dirname(folder)
    return parent === folder ? folder : nearestExisting(parent)
  }
}
