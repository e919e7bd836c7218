// Which part of the collection does a knowledge id mean? A folder, or all of it.
import type { DocumentSummary } from '../../collection/collection.ts'
import { AppError } from '../../errors.ts'
import { folderOf } from './metadata.ts'

/** Ids of the whole collection, unless a folder has that name. */
const WHOLE: readonly string[] = ['', 'all', '*', 'wenbao']
/** Folders named in a message; a person looks for a slip of the pen in so many. */
const MOST_NAMED = 10
/** Characters of what came, as much as tells it apart. */
const MOST_QUOTED = 100

/** Dify knows of a fault only when it is told one of these words. */
export class UnknownKnowledge extends AppError {
  constructor(id: string, folders: readonly string[]) {
    const named = folders.slice(0, MOST_NAMED).map((folder) => JSON.stringify(folder))
    super(
      'not-found',
      `Expected the knowledge id all, or a folder of the collection, got ${JSON.stringify(id.slice(0, MOST_QUOTED))}.`,
      {
        hint: named.length > 0 ? `Folders: ${named.join(', ')}.` : 'The collection has no folders.',
      },
    )
  }
}

/**
 * @param id as set in Dify; slashes at its ends don't matter
 * @returns folder to search in, undefined for all
 * @throws UnknownKnowledge
 */
export function folderOfKnowledge(id: string, documents: readonly DocumentSummary[]): string | undefined {
  const name = id.trim().replace(/^\/+|\/+$/g, '')
  const folders = foldersOf(documents)
  if (folders.has(name)) return name
  if (WHOLE.includes(name)) return undefined
  throw new UnknownKnowledge(id, [...folders])
}

/** Every folder that holds a report, itself or further down. */
function foldersOf(documents: readonly DocumentSummary[]): Set<string> {
  const folders = new Set<string>()
  for (const { path } of documents) {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.add(folder)
  }
  return folders
}
