// Which files of a folder are offered? All reports below it, in a fixed order, never one outside of it.
import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Fence, openFence } from '../document/fence/fence.ts'
import { overridePath, readDocumentFile } from '../document/file.ts'
import { isReportPath, supportedExtensions } from '../document/formats/registry.ts'
import type { AppError, Fault } from '../errors.ts'
import { faultError, faultOf, fileError } from '../faults/fault.ts'
import type { DocumentSource, SourceItem } from './collection.ts'

/**
 * The reports of a folder and the folders below it. The override beside a report is part of its stamp.
 *
 * Hidden files and folders are passed over; a link, or a folder that can't be listed, is offered and refuses to be read.
 *
 * @param fence where files are parsed that nobody vouches for; shared with others that read at the same time
 */
export function folderSource(root: string, fence: Fence = openFence()): DocumentSource {
  return {
    name: root,
    async *items(signal) {
      let offered = 0
      for await (const item of walk({ root: await openRoot(root), fence }, '', signal)) {
        offered += 1
        yield item
      }
      if (offered > 0) return
      throw faultError(faultOf('folder-empty', { folder: root, supported: supportedExtensions() }))
    },
  }
}

async function openRoot(root: string): Promise<string> {
  try {
    const path = await realpath(root)
    if ((await stat(path)).isDirectory()) return path
  } catch (error) {
    throw unreadableRoot(root, error)
  }
  throw faultError(faultOf('no-folder', { folder: root }))
}

interface Place {
  readonly root: string
  readonly fence: Fence
}

/** @param folder relative to the root, with `/`; empty for the root */
async function* walk(place: Place, folder: string, signal?: AbortSignal): AsyncGenerator<SourceItem> {
  const { root } = place
  signal?.throwIfAborted()
  const entries = await listFolder(root, folder)
  if (entries === undefined) {
    yield refused(folder, faultOf('folder-unlisted'))
    return
  }
  const names = new Set(entries.map(({ name }) => name))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* walk(place, path, signal)
    else if (entry.isSymbolicLink()) {
      if (isReportPath(path) || (await leadsToFolder(join(root, path)))) {
        yield refused(path, faultOf('link'))
      }
    } else if (entry.isFile() && isReportPath(path)) {
      const override = overridePath(path)
      yield await fileItem(place, path, names.has(basename(override)) ? override : undefined)
    }
  }
}

/** Undefined for a folder below the root that can't be listed; by code unit, so that every machine has the same order. */
async function listFolder(root: string, folder: string): Promise<Dirent[] | undefined> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (folder === '') throw unreadableRoot(root, error)
    return undefined
  }
}

async function leadsToFolder(path: string): Promise<boolean> {
  const target = await stat(path).catch(() => undefined)
  return target?.isDirectory() ?? false
}

async function fileItem(
  { root, fence }: Place,
  path: string,
  override: string | undefined,
): Promise<SourceItem> {
  try {
    const own = await stampOf(join(root, path))
    const stamp = override === undefined ? own : `${own} ${await stampOf(join(root, override))}`
    return { path, stamp, read: () => readDocumentFile(root, path, fence) }
  } catch (error) {
    return refused(path, faultOf('unreadable', { detail: codeOf(error) }))
  }
}

/**
 * The file's number and its time of change too: they tell a file that was replaced by one of the same size and time, which
 * clocks of some milliseconds make likely, or one whose rights changed.
 */
async function stampOf(path: string): Promise<string> {
  const { size, ino, mtimeNs, ctimeNs } = await lstat(path, { bigint: true })
  return `${size}:${ino}:${mtimeNs}:${ctimeNs}`
}

function refused(path: string, fault: Fault): SourceItem {
  return {
    path,
    stamp: JSON.stringify(fault),
    async read() {
      throw fileError(path, fault)
    },
  }
}

function unreadableRoot(root: string, cause: unknown): AppError {
  return faultError(faultOf('folder-unreadable', { folder: root, detail: codeOf(cause) }), { cause })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
