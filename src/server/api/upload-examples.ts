// What does a reply about uploads look like? One example for each, checked by its own schema in the tests.
import type { Job, Preview, Removal, UploadedFile, UploadReply } from '../../uploads/uploads.ts'

const FILE = {
  name: '年度报告.txt',
  path: 'uploads/年度报告.txt',
  documentId: '3f1c9a0b77d2e645',
}
export const FILE_TEXT = '二〇二四年度工作报告\n\n一、概况\n全年完成课题42项。\n'
const STARTED_AT = '2025-02-01T08:00:00.000Z'

export const UPLOADED_FILE: UploadedFile = {
  ...FILE,
  bytes: 71,
  sha256: '5d0d2a1f3f4c0f5b1c0e6a7d8b9c0d1e2f30415263748596a7b8c9d0e1f20314',
  uploadedAt: STARTED_AT,
  state: 'learnt',
}

const WAITING: Job = {
  id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  state: 'waiting',
  createdAt: STARTED_AT,
  files: 0,
  filesDone: 0,
  chunks: 0,
  chunksDone: 0,
  outcomes: [],
}

export const JOB: Job = {
  ...WAITING,
  state: 'done',
  endedAt: '2025-02-01T08:00:01.000Z',
  files: 1,
  filesDone: 1,
  chunks: 1,
  chunksDone: 1,
  outcomes: [{ kind: 'added', path: FILE.path, documentId: FILE.documentId, chunks: 1, embedded: 1 }],
}

export const JOB_EVENTS = [WAITING, JOB]
  .map((job) => `event: ${job.state === 'done' ? 'done' : 'progress'}\ndata: ${JSON.stringify({ job })}\n\n`)
  .join('')

export const UPLOAD_REPLY: UploadReply = {
  files: [
    { kind: 'stored', ...FILE },
    {
      kind: 'refused',
      name: '封面.png',
      reason: 'The file was refused: it is of no format that is read here.',
      hint: 'Supported: .txt, .text, .md, .markdown.',
    },
  ],
  job: WAITING,
}

export const PREVIEW: Preview = {
  name: FILE.name,
  documentId: FILE.documentId,
  isHeld: false,
  outline: {
    title: '二〇二四年度工作报告',
    aliases: [],
    sections: [
      {
        level: 1,
        heading: '二〇二四年度工作报告',
        path: ['二〇二四年度工作报告'],
        inline: false,
        start: 0,
        end: 28,
      },
      {
        level: 2,
        heading: '一、概况',
        path: ['二〇二四年度工作报告', '一、概况'],
        inline: false,
        start: 12,
        end: 28,
      },
    ],
    captions: [],
    boilerplate: [],
    paragraphs: ['全年完成课题42项。'],
    warnings: [],
  },
}

export const REMOVAL: Removal = {
  documentId: FILE.documentId,
  names: [FILE.name],
  isStillHeld: false,
  job: {
    ...JOB,
    chunks: 0,
    chunksDone: 0,
    outcomes: [{ kind: 'removed', path: FILE.path, documentId: FILE.documentId }],
  },
}
