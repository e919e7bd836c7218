// How are the routes under /v1 described?
import * as z from 'zod'
import type { Operation } from '../operation.ts'
import { chatRequest, MAX_CHAT_BYTES } from './chat-request.ts'
import { chatCompletion } from './chat-schemas.ts'
import { embeddingList, embeddingRequest, MAX_EMBEDDING_BYTES } from './embedding-schemas.ts'
import { openAiError } from './errors.ts'
import { CHUNKS, COMPLETION, EMBEDDINGS, REFUSED_COMPLETION } from './examples.ts'
import { MODELS, modelList, modelSchema } from './models.ts'

const UNKNOWN_MODEL = 'There is no model of this name for this purpose.'
const BODY_ERRORS = {
  400: 'The body is not JSON, or a field is not as described.',
  404: UNKNOWN_MODEL,
  415: 'The content type is not application/json.',
  502: 'A model that was asked did not answer as it should.',
}

export const openAiOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/models',
    operationId: 'listModels',
    summary: 'The names this service may be asked by',
    description:
      'Chat models, which differ in whether the text lists its sources, and the model that searches.',
    tag: 'openai',
    scope: 'read',
    reply: { schema: modelList, description: 'All names.', examples: { plain: MODELS } },
    errors: { 503: 'Too many requests at once.' },
    errorForm: openAiError,
  },
  {
    method: 'get',
    path: '/v1/models/{id}',
    operationId: 'getModel',
    summary: 'One of these names',
    description: 'Also tells whether the model that searches goes by this name.',
    tag: 'openai',
    scope: 'read',
    parameters: { id: { schema: z.string().meta({ examples: ['wenbao'] }), description: 'As in the list.' } },
    reply: { schema: modelSchema, description: 'It is known.', examples: { plain: MODELS.data[0] } },
    errors: { 404: 'There is no model of this name.', 503: 'Too many requests at once.' },
    errorForm: openAiError,
  },
  {
    method: 'post',
    path: '/v1/chat/completions',
    operationId: 'createChatCompletion',
    summary: 'An answer with checked citations, as a chat completion',
    description: [
      'Takes what OpenAI’s endpoint takes; what has no meaning here (temperature, tools, system prompts, …) is passed over.',
      'Citations stand as `[n]` in the text, as `annotations` (`start_index` and `end_index` are UTF-16 offsets of the mark in',
      '`content`, the end exclusive), and as `search_results` and `citations`, whose n-th entry `[n]` points at. A refusal is an ordinary',
      'answer. `wenbao` holds claims with quotations and verdicts, or the reason of a refusal, as /api/ask gives them.',
      'With `stream: true` the first chunk comes when passages were found and names them in `search_results`; `annotations`,',
      '`citations` and the final `search_results` come with `finish_reason`. What fails after that is sent as `data: {"error": …}`.',
      'Closing the connection stops the work.',
    ].join(' '),
    tag: 'openai',
    scope: 'read',
    request: {
      schema: chatRequest,
      examples: {
        plain: { model: 'wenbao', messages: [{ role: 'user', content: '2024年完成了多少课题？' }] },
        followUp: {
          model: 'wenbao-raw',
          messages: [
            { role: 'user', content: '2024年完成了多少课题？' },
            { role: 'assistant', content: '全年完成课题42项。[1]' },
            { role: 'user', content: '前一年呢？' },
          ],
          stream: true,
          stream_options: { include_usage: true },
        },
      },
    },
    reply: {
      schema: chatCompletion,
      description: 'The answer or the refusal; with `stream: true` the chunks that lead to it.',
      examples: { answered: COMPLETION, refused: REFUSED_COMPLETION },
      events: CHUNKS,
    },
    errors: {
      ...BODY_ERRORS,
      413: `The body is larger than ${MAX_CHAT_BYTES / 1024} KB.`,
      503: 'A first learning is under way, or too many requests at once.',
    },
    errorForm: openAiError,
  },
  {
    method: 'post',
    path: '/v1/embeddings',
    operationId: 'createEmbeddings',
    summary: 'Vectors of texts, from the model that searches',
    description:
      'Takes texts, no numbers of tokens. `input_type` tells questions from passages, which most models of this kind want to know.',
    tag: 'openai',
    scope: 'read',
    request: {
      schema: embeddingRequest,
      examples: {
        plain: { model: 'wenbao-embedding', input: '全年完成课题42项。' },
        questions: {
          model: 'wenbao-embedding',
          input: ['完成了多少课题？', '有哪些重点工作？'],
          input_type: 'query',
          encoding_format: 'base64',
        },
      },
    },
    reply: { schema: embeddingList, description: 'One vector a text.', examples: { plain: EMBEDDINGS } },
    errors: {
      ...BODY_ERRORS,
      413: `The body is larger than ${MAX_EMBEDDING_BYTES / 1024} KB.`,
      503: 'The model can’t be opened, or too many requests at once.',
    },
    errorForm: openAiError,
  },
]
