// How is a route described? What openapi.ts makes a path of; every group of routes lists its own.
import type * as z from 'zod'
import type { Scope } from '../keys.ts'

export interface Operation {
  readonly method: 'get' | 'post' | 'delete'
  /** As OpenAPI writes it: `/api/documents/{id}`. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tag: 'ask' | 'search' | 'documents' | 'dify' | 'openai' | 'service'
  /** What a key must be good for; absent: everybody may ask. */
  readonly scope?: Scope
  /** What a client without a valid key gets. Default 401. */
  readonly statusWithoutKey?: 401 | 403
  /** By name, as in the path. */
  readonly parameters?: Readonly<Record<string, { readonly schema: z.ZodType; readonly description: string }>>
  readonly request?: {
    readonly schema: z.ZodType
    readonly examples: Readonly<Record<string, unknown>>
    /** No body at all is answered too. */
    readonly isOptional?: true
    /** Default application/json. */
    readonly mediaType?: 'multipart/form-data'
  }
  readonly reply: {
    readonly schema: z.ZodType
    /** Default application/json. */
    readonly mediaType?: string
    readonly description: string
    /** By name. */
    readonly examples: Readonly<Record<string, unknown>>
    /** Server-sent events that may come instead, as sent. */
    readonly events?: string
    /** By name: what may be asked next with something of this reply, each parameter a JSON pointer into it. */
    readonly links?: Readonly<Record<string, OperationLink>>
  }
  /** Statuses beside 200, with what each means; 500 goes without saying. */
  readonly errors: Readonly<Record<number, string>>
  /** Form of its errors, where the door has one of its own. */
  readonly errorForm?: z.ZodType
}

export interface OperationLink {
  readonly operationId: string
  /** By name, as in the path. */
  readonly parameters: Readonly<Record<string, string>>
}
