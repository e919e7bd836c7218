// How do uploads stand beside the reports of a folder? As one more folder of the collection, whose name is theirs alone.
import type { DocumentSource, SourceItem } from '../collection/collection.ts'
import type { Document } from '../document/document.ts'
import { explainReport } from '../document/explain-report.ts'
import type { Fence } from '../document/fence/fence.ts'
import { faultError, faultOf } from '../faults/fault.ts'
import type { Originals } from './originals.ts'

const FOLDER = 'uploads'

export function uploadPath(name: string): string {
  return `${FOLDER}/${name}`
}

export function isUploadPath(path: string): boolean {
  return path.startsWith(`${FOLDER}/`)
}

/** @throws AppError `bad-input` when the bytes aren't a report */
export async function readUpload(name: string, content: Uint8Array, fence: Fence): Promise<Document> {
  return (await explainReport(content, { path: uploadPath(name) }, fence)).document
}

export function uploadsSource(originals: Originals, fence: Fence): DocumentSource {
  return {
    name: FOLDER,
    async *items() {
      for (const entry of originals.list()) {
        const { name, sha256 } = entry
        yield {
          path: uploadPath(name),
          stamp: sha256,
          read: async () => readUpload(name, await originals.read(entry), fence),
        }
      }
    },
  }
}

/** All of a folder and all uploads; a folder of the same name inside it is refused, because paths tell documents apart. */
export function besideUploads(folder: DocumentSource, uploads: DocumentSource): DocumentSource {
  return {
    name: folder.name,
    async *items(signal) {
      let isTaken = false
      for await (const item of folder.items(signal)) {
        if (!isUploadPath(item.path)) yield item
        else if (!isTaken) yield takenName(folder.name)
        isTaken ||= isUploadPath(item.path)
      }
      yield* uploads.items(signal)
    },
  }
}

function takenName(root: string): SourceItem {
  return {
    path: FOLDER,
    stamp: 'taken',
    async read() {
      throw faultError(faultOf('folder-of-uploads', { name: FOLDER, root }))
    },
  }
}
