// How do the pages hand over files? Upload, what became of each, removal; with a key when one is demanded.
import type { Job, UploadedFile, UploadReply } from '../../uploads/uploads.ts'
import { type Authorise, createReach } from './client.ts'
import { readEvents, textsOf } from './event-stream.ts'

export interface UploadsClient {
  list(): Promise<readonly UploadedFile[]>
  add(files: readonly File[]): Promise<UploadReply>
  remove(documentId: string): Promise<void>
  /** Until it has ended, or the connection has. */
  followJob(id: string, onChange: (job: Job) => void): Promise<void>
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
    async add(files) {
      const body = new FormData()
      for (const file of files) body.append('files', file, file.name)
      return (await reach('/api/documents', { method: 'POST', body })).json()
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
  }
}
