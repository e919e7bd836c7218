// Is it an office file, and where are its parts? The archive with the relations between parts, for all three kinds.
import { posix } from 'node:path'
import { faultOf } from '../../faults/fault.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { readXml, type XmlHandler } from './xml.ts'
import { type Archive, openArchive } from './zip.ts'

export interface Relation {
  /** The last word of its type: `styles`, `worksheet`, `slide`. */
  readonly type: string
  /** Path of the part in the archive. */
  readonly target: string
}

export interface OfficeFile {
  readonly archive: Archive
  /** Path of the part that everything hangs on. */
  readonly main: string
  /** Of a part, by id. */
  relationsOf(part: string): Promise<ReadonlyMap<string, Relation>>
  /** Streams a part if it is there. @returns whether it is */
  readPart(path: string | undefined, handler: XmlHandler): Promise<boolean>
}

/** Kinds of office files by the folder of their main part, with the ending that says so. */
const KINDS = [
  ['word/', '.docx'],
  ['xl/', '.xlsx'],
  ['ppt/', '.pptx'],
] as const

export type OfficeKind = (typeof KINDS)[number][1]

/** First bytes of the older binary formats, and of files with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** @throws UnreadableFile when the bytes are of another kind, protected or damaged */
export async function openOffice(bytes: Uint8Array, kind: OfficeKind): Promise<OfficeFile> {
  if (OLE.every((byte, i) => bytes[i] === byte)) {
    throw new UnreadableFile(faultOf('password-or-old', { kind }))
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new UnreadableFile(faultOf('not-its-ending', { kind }))
  }
  const archive = await openArchive(bytes)
  const roots = await relationsOf(archive, '')
  const main = [...roots.values()].find(({ type }) => type === 'officeDocument')?.target
  const found = KINDS.find(([folder]) => main?.startsWith(folder))?.[1]
  if (main === undefined || found !== kind || !archive.names.has(main)) {
    throw new UnreadableFile(
      found === undefined || found === kind
        ? faultOf('not-its-ending', { kind })
        : faultOf('other-ending', { found }),
    )
  }
  return {
    archive,
    main,
    relationsOf: (part) => relationsOf(archive, part),
    async readPart(path, handler) {
      const content = path === undefined ? undefined : await archive.read(path)
      if (content === undefined) return false
      readXml(content, handler)
      return true
    },
  }
}

/** The one part of a type, such as `styles`. */
export function targetOf(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.target
}

async function relationsOf(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part)
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations = new Map<string, Relation>()
  const content = await archive.read(path)
  if (content === undefined) return relations
  readXml(content, {
    open(name, { Id, Type = '', Target, TargetMode }) {
      // What lies outside of the file is never followed.
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External')
        return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
    close() {},
  })
  return relations
}
