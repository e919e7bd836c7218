// How do the pages hand over files? Preview, upload, what became of each, removal, download; with a key when one is demanded.
import type { Job, Preview, UploadedFile, UploadReply } from '../../uploads/uploads.ts'
import { type Authorise, createReach } from './client.ts'
import { readEvents, textsOf } from './event-stream.ts'

export interface UploadsClient {
  list(): Promise<readonly UploadedFile[]>
  /** What would be understood of a file; stores nothing. */
  preview(file: File): Promise<Preview>
  add(files: readonly File[]): Promise<UploadReply>
  remove(documentId: string): Promise<void>
  /** Until it has ended, or the connection has. */
  followJob(id: string, onChange: (job: Job) => void): Promise<void>
  /** Has the browser save the original under its name. */
  download(file: Pick<UploadedFile, 'documentId' | 'name'>): Promise<void>
}

/** All methods throw a `ServiceError`. */
export function createUploadsClient(authorise: Authorise): UploadsClient {
  const reach = createReach(authorise)
  return {
    async list() {
      // The service's own type, made by the code that the same release serves.
      const body: { uploads: readonly UploadedFile[] } = await (await reach('/api/documents')).json()
      return body.uploads
    },
    async preview(file) {
      return (await reach('/api/documents/preview', { method: 'POST', body: formOf([file]) })).json()
    },
    async add(files) {
      return (await reach('/api/documents', { method: 'POST', body: formOf(files) })).json()
    },
    async remove(documentId) {
      await reach(`/api/documents/${encodeURIComponent(documentId)}`, { method: 'DELETE' })
    },
    async followJob(id, onChange) {
      const headers = { accept: 'text/event-stream' }
      const { body } = await reach(`/api/jobs/${encodeURIComponent(id)}`, { headers })
      if (body === null) return
      for await (const { data } of readEvents(textsOf(body))) onChange((data as { job: Job }).job)
    },
    async download({ documentId, name }) {
      // Not a plain link: that would show no key.
      const response = await reach(`/api/documents/${encodeURIComponent(documentId)}/original`)
      const url = URL.createObjectURL(await response.blob())
      const link = document.createElement('a')
      link.href = url
      link.download = name
      link.click()
      // The browser has taken hold of it by then.
      setTimeout(() => URL.revokeObjectURL(url), RELEASE_MS)
    },
  }
}

/** A download begins within moments; what is held meanwhile is one file. */
const RELEASE_MS = 60_000

function formOf(files: readonly File[]): FormData {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return form
}
