// In what form does a tool answer? As an object, and the same once more as text for clients that know no objects.
import type { CallToolResult, ResourceLink } from '@modelcontextprotocol/server'

/** @param links blocks after the text; none for tools of which exactly one block is expected */
export function jsonResult(
  value: Record<string, unknown>,
  links: readonly ResourceLink[] = [],
): CallToolResult {
  return { structuredContent: value, content: [{ type: 'text', text: JSON.stringify(value) }, ...links] }
}

/** Of every tool here: nothing is changed, and no other place is asked. */
export const READ_ONLY = { readOnlyHint: true, openWorldHint: false } as const
