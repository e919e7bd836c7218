// How is the service reached, by whom, and how much may they ask? The settings of its doors.
import { isIP } from 'node:net'
import * as z from 'zod'
import { type ApiKey, readKeys } from './keys.ts'
import { notes } from './setting-notes.ts'
import { readApps, type WidgetApp } from './widget-apps.ts'

const MOST_REQUESTS = 1_000_000
const PER_MINUTE = { en: 'requests a minute', zh: '次/分钟' }

/** @param faultOf what is wrong with one entry, completing "expected …"; never holds a key */
function listOf(faultOf: (entry: string) => string | undefined) {
  return z.string().superRefine((given, context) => {
    const fault = entriesOf(given)
      .map(faultOf)
      .find((found) => found !== undefined)
    if (fault !== undefined) context.addIssue(fault)
  })
}

const keyList = z.string().superRefine((given, context) => {
  for (const fault of readKeys(given).faults) context.addIssue(fault)
})

const appList = z.string().superRefine((given, context) => {
  for (const fault of readApps(given).faults) context.addIssue(fault)
})

const requestsAMinute = z.coerce.number().int().min(0).max(MOST_REQUESTS)

/** An upload is held in memory whole. */
const MOST_MEGABYTES = 1024
const MEGABYTES = { en: 'MB', zh: 'MB' }
const BYTES_PER_MEGABYTE = 1024 * 1024
const megabytes = z.coerce.number().min(1).max(MOST_MEGABYTES)

export const doorSettings = {
  WENBAO_HOST: z.string().default('127.0.0.1').register(notes, {
    expected: 'a host name or address',
    en: 'Address to listen on; beyond this machine only with `WENBAO_API_KEYS` or `WENBAO_INSECURE`.',
    zh: '监听地址；要让本机以外访问，须设 `WENBAO_API_KEYS` 或 `WENBAO_INSECURE`。',
  }),
  WENBAO_PORT: z.coerce.number().int().min(0).max(65535).default(8787).register(notes, {
    expected: 'a whole number from 0 to 65535',
    en: 'Port; 0 takes any free one.',
    zh: '端口；0 表示任选空闲端口。',
  }),
  WENBAO_API_KEYS: keyList.default('').register(notes, {
    expected: 'keys, each name:scopes:sha256-HASH, separated by commas',
    en: 'Keys that clients must send, as `wenbao key` prints them; none: nobody is asked for one.',
    zh: '客户端须出示的密钥，由 `wenbao key` 生成；不设则不验证。',
  }),
  WENBAO_INSECURE: z.stringbool().default(false).register(notes, {
    expected: 'true or false',
    en: 'Allows listening beyond this machine without keys: anyone who reaches the port may read the reports.',
    zh: '允许在没有密钥时监听本机以外的地址；凡能连到该端口的人都能读到报告。',
  }),
  WENBAO_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .register(notes, {
      expected: 'an http(s) address',
      defaultText: { en: 'the address a request was sent to', zh: '请求所用的地址' },
      en: 'Address under which others reach the service; links in replies begin with it.',
      zh: '对外访问地址；答复中的链接以它开头。',
    }),
  WENBAO_ALLOWED_HOSTS: z.string().default('').register(notes, {
    expected: 'host names separated by commas',
    en: 'Further names the service may be called by (those of a reverse proxy), separated by commas.',
    zh: '除本机名称外允许的访问域名（如反向代理的域名），以逗号分隔。',
  }),
  WENBAO_CORS_ORIGINS: listOf(faultOfOrigin).default('').register(notes, {
    expected: 'origins separated by commas',
    en: 'Sites whose pages may call the service (`https://intranet.example`), separated by commas; `*` is any.',
    zh: '允许其网页调用本服务的站点（如 `https://intranet.example`），以逗号分隔；`*` 表示任意。',
  }),
  WENBAO_APPS: appList.default('').register(notes, {
    expected: 'apps, each id=origin,origin, separated by semicolons',
    en: 'Sites that may show the widget: `id=https://intranet.example,https://www.example; id2=…`. Whoever knows an id may ask and read as the widget does.',
    zh: '可嵌入对话窗的站点：`id=https://intranet.example,https://www.example; id2=…`。凡知道该 id 者均可像对话窗一样提问和阅读。',
  }),
  WENBAO_TRUSTED_PROXY: listOf(faultOfNetwork).default('').register(notes, {
    expected: 'addresses separated by commas',
    en: 'Addresses or networks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` is believed.',
    zh: '可信反向代理的地址或网段（如 `10.0.0.0/8`），仅采信它们的 `X-Forwarded-For`。',
  }),
  WENBAO_RATE_PER_KEY: requestsAMinute.default(600).register(notes, {
    expected: `a whole number from 0 to ${MOST_REQUESTS}`,
    unit: PER_MINUTE,
    en: 'Requests of one key; more are told to come back (429); 0 is no limit.',
    zh: '每个密钥的请求数；超出的请求得到 429；0 表示不限。',
  }),
  WENBAO_RATE_PER_ADDRESS: requestsAMinute.optional().register(notes, {
    expected: `a whole number from 0 to ${MOST_REQUESTS}`,
    unit: PER_MINUTE,
    defaultText: { en: '`120`; `0` on this machine without keys', zh: '`120`；仅本机且无密钥时为 `0`' },
    en: 'Requests without a valid key from one address; 0 is no limit.',
    zh: '同一地址不带有效密钥的请求数；0 表示不限。',
  }),
  WENBAO_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(64)
    .register(notes, {
      expected: 'a whole number from 1 to 10000',
      unit: { en: 'requests', zh: '个请求' },
      en: 'Requests worked on at once; one more is told to come back (503).',
      zh: '同时处理的请求数；超出的请求得到 503，须稍后再试。',
    }),
  WENBAO_UPLOAD_FILE_MB: megabytes.default(20).register(notes, {
    expected: `a number from 1 to ${MOST_MEGABYTES}`,
    unit: MEGABYTES,
    en: 'Largest file that may be uploaded.',
    zh: '单个上传文件的最大大小。',
  }),
  WENBAO_UPLOAD_TOTAL_MB: megabytes.default(64).register(notes, {
    expected: `a number from 1 to ${MOST_MEGABYTES}`,
    unit: MEGABYTES,
    en: 'Largest upload: all files of one request together.',
    zh: '一次上传的全部文件的最大总大小。',
  }),
}

export interface DoorConfig {
  readonly host: string
  readonly port: number
  /** None: everything is open to whoever reaches the port. */
  readonly apiKeys: readonly ApiKey[]
  /** Listening beyond this machine is wanted although nobody is asked for a key. */
  readonly insecure: boolean
  /** Without a slash at the end; absent: as a request was addressed. */
  readonly publicUrl?: string
  /** Names beside this machine's own that a request may be addressed to, lower case. */
  readonly allowedHosts: readonly string[]
  /** `https://name[:port]`, or `*` for any. */
  readonly corsOrigins: readonly string[]
  /** Sites that may frame the conversation, by app. */
  readonly apps: readonly WidgetApp[]
  /** Addresses, or networks as `address/bits`. */
  readonly trustedProxies: readonly string[]
  /** Requests a minute, 0 for no limit. */
  readonly ratePerKey: number
  /** Absent: what suits where the service listens. */
  readonly ratePerAddress?: number
  /** Requests worked on at once. */
  readonly concurrency: number
  readonly uploadFileBytes: number
  /** Of one request. */
  readonly uploadTotalBytes: number
}

export function doorConfigOf(settings: z.infer<z.ZodObject<typeof doorSettings>>): DoorConfig {
  const publicUrl = settings.WENBAO_PUBLIC_URL?.replace(/\/+$/, '')
  const ratePerAddress = settings.WENBAO_RATE_PER_ADDRESS
  return {
    host: settings.WENBAO_HOST,
    port: settings.WENBAO_PORT,
    apiKeys: Object.freeze(readKeys(settings.WENBAO_API_KEYS).keys),
    insecure: settings.WENBAO_INSECURE,
    ...(publicUrl !== undefined && { publicUrl }),
    allowedHosts: Object.freeze(entriesOf(settings.WENBAO_ALLOWED_HOSTS.toLowerCase())),
    corsOrigins: Object.freeze(entriesOf(settings.WENBAO_CORS_ORIGINS)),
    apps: Object.freeze(readApps(settings.WENBAO_APPS).apps),
    trustedProxies: Object.freeze(entriesOf(settings.WENBAO_TRUSTED_PROXY)),
    ratePerKey: settings.WENBAO_RATE_PER_KEY,
    ...(ratePerAddress !== undefined && { ratePerAddress }),
    concurrency: settings.WENBAO_CONCURRENCY,
    uploadFileBytes: Math.floor(settings.WENBAO_UPLOAD_FILE_MB * BYTES_PER_MEGABYTE),
    uploadTotalBytes: Math.floor(settings.WENBAO_UPLOAD_TOTAL_MB * BYTES_PER_MEGABYTE),
  }
}

function faultOfOrigin(entry: string): string | undefined {
  if (entry === '*' || (URL.canParse(entry) && new URL(entry).origin === entry)) return undefined
  return `expected * or origins such as https://intranet.example, got ${JSON.stringify(entry)}`
}

function faultOfNetwork(entry: string): string | undefined {
  const [address = '', bits] = entry.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const isSound = most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  return isSound
    ? undefined
    : `expected addresses or networks such as 10.0.0.0/8, got ${JSON.stringify(entry)}`
}

function entriesOf(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}
