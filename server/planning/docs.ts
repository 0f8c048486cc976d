/** The API's document as a page to read, made on the server; its one stylesheet is served beside it. */
import { html, raw } from 'hono/html'
import { methodAndPath, type RouteName } from '../../core/contract/paths.ts'
import { problemCodes, type ProblemCode } from '../../core/problem.ts'
import { english } from '../words/words.ts'

const pathOf = (name: RouteName): string => methodAndPath(name).path

type Html = ReturnType<typeof html>

interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  const?: string
  enum?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  /** Of a map: what its names are, and what stands under each. */
  propertyNames?: Schema
  additionalProperties?: Schema
  required?: string[]
  minimum?: number
  maxLength?: number
  maxItems?: number
  description?: string
}

interface Content {
  content?: Record<string, { schema: Schema }>
}

interface Operation {
  summary: string
  /** Who may call it. */
  description: string
  operationId: string
  parameters: { name: string; in: string; description: string }[]
  requestBody?: Content
  responses: Record<string, Content>
}

interface Document {
  info: { title: string; description: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

export function docsPage(document: object): Html {
  const { info, paths, components } = document as Document
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${info.title}: the API</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${pathOf('getDocsStyle')}" />
      </head>
      <body>
        <header>
          <h1>${info.title}: the API</h1>
          <p>${info.description}</p>
          <p>The same as OpenAPI 3.1: <a href="${pathOf('getDocument')}">${pathOf('getDocument')}</a></p>
          <nav aria-label="On this page"><a href="#routes">Routes</a> <a href="#records">Records</a> <a href="#refusals">Refusals</a></nav>
        </header>
        <main>
          <section aria-labelledby="routes">
            <h2 id="routes">Routes</h2>
            ${Object.entries(paths).flatMap(([path, operations]) =>
              Object.entries(operations).map(([method, operation]) => operationOf(method, path, operation)),
            )}
          </section>
          <section aria-labelledby="records">
            <h2 id="records">Records</h2>
            ${Object.entries(components.schemas).map(([name, schema]) => recordOf(name, schema))}
          </section>
          <section aria-labelledby="refusals">
            <h2 id="refusals">Refusals</h2>
            <p>
              A refusal is <code>application/problem+json</code> (RFC 9457) and lists every problem with a JSON pointer to where it is.
              Nothing is stored. Its status is that of the problem that comes first here.
            </p>
            <dl class="codes">
              ${(Object.keys(problemCodes) as ProblemCode[]).map(
                (code) =>
                  html`<div id="${code}">
                    <dt><code>${code}</code></dt>
                    <dd>${problemCodes[code]} · ${english(`titles.${code}`)}</dd>
                  </div>`,
              )}
            </dl>
          </section>
        </main>
      </body>
    </html>`
}

function operationOf(
  method: string,
  path: string,
  { summary, description, operationId, parameters, requestBody, responses }: Operation,
): Html {
  const answers = Object.entries(responses).filter(([status]) => Number(status) < 400)
  return html`<article id="${operationId}">
    <h3><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
    <p>${summary}. <small>${description}</small></p>
    <dl>
      ${parameters.map(
        (parameter) =>
          html`<div>
            <dt><code>${parameter.name}</code> <small>${parameter.in}</small></dt>
            <dd>${parameter.description}</dd>
          </div>`,
      )}
      ${
        requestBody
          ? html`<div>
              <dt>Body</dt>
              <dd>${typeOf(schemaIn(requestBody))}</dd>
            </div>`
          : ''
      }
      ${answers.map(
        ([status, response]) =>
          html`<div>
            <dt>${status}</dt>
            <dd>${typeOf(schemaIn(response))}</dd>
          </div>`,
      )}
    </dl>
  </article>`
}

const schemaIn = (content: Content): Schema => Object.values(content.content ?? {})[0]?.schema ?? {}

function recordOf(name: string, schema: Schema): Html {
  return html`<article id="record-${name}">
    <h3><code>${name}</code></h3>
    ${schema.description ? html`<p>${schema.description}</p>` : ''} ${schema.properties ? fieldsOf(schema) : html`<p>${typeOf(schema)}</p>`}
  </article>`
}

function fieldsOf(schema: Schema): Html {
  return html`<dl>
    ${Object.entries(schema.properties ?? {}).map(
      ([name, field]) =>
        html`<div>
          <dt><code>${name}</code>${schema.required?.includes(name) ? '' : html` <small>optional</small>`}</dt>
          <dd>${typeOf(field)}${field.description ? ` · ${field.description}` : ''}</dd>
        </div>`,
    )}
  </dl>`
}

/** A schema in words, with links to the records it names. */
function typeOf(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!
    return html`<a href="#record-${name}">${name}</a>`
  }
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return html`${choices.map((choice, index) => html`${index > 0 ? ' or ' : ''}${typeOf(choice)}`)}`
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum) return html`${schema.enum.map((value, index) => html`${index > 0 ? ' or ' : ''}<code>${JSON.stringify(value)}</code>`)}`
  if (schema.items) return html`list of ${typeOf(schema.items)}${schema.maxItems ? `, at most ${schema.maxItems}` : ''}`
  if (schema.additionalProperties)
    return html`map of ${typeOf(schema.propertyNames ?? { type: 'string' })} to ${typeOf(schema.additionalProperties)}`
  if (schema.properties) return html`${fieldsOf(schema)}`
  const notes = [
    schema.format,
    schema.minimum === undefined ? undefined : `from ${schema.minimum}`,
    schema.maxLength === undefined ? undefined : `at most ${schema.maxLength} characters`,
  ]
  return html`${[schema.type ?? 'anything'].flat().join(' or ')}${raw(
    notes
      .filter((note) => note !== undefined)
      .map((note) => `, ${note}`)
      .join(''),
  )}`
}

export const docsStylesheet = `
:root { color-scheme: light dark; --text: #1c2024; --quiet: #5a6169; --line: #d9dde1; --page: #fff; --block: #f5f6f7; --accent: #0b6156; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e8ea; --quiet: #a3abb3; --line: #33393f; --page: #121518; --block: #1a1e22; --accent: #6fd0c0; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 0 1.25rem 4rem; background: var(--page); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; }
header, main { max-width: 46rem; margin: 0 auto; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 2.5rem 0 0.75rem; }
h2 { font-size: 1.3rem; margin: 3rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
p { margin: 0.4rem 0; }
a { color: var(--accent); }
nav a { margin-right: 1rem; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code { font: 0.92em ui-monospace, monospace; overflow-wrap: anywhere; }
small { color: var(--quiet); font-weight: 400; }
article { border-top: 1px solid var(--line); padding: 1.1rem 0; scroll-margin-top: 1rem; }
.method { display: inline-block; min-width: 4.2rem; color: var(--accent); font: 600 0.85rem ui-monospace, monospace; }
dl { margin: 0.6rem 0 0; }
dl > div { display: grid; grid-template-columns: minmax(9rem, 13rem) 1fr; gap: 0 1rem; padding: 0.2rem 0; }
dl > div:target { background: var(--block); }
dt, dd { margin: 0; overflow-wrap: anywhere; }
dd { color: var(--quiet); }
dd dl { margin: 0; border-left: 2px solid var(--line); padding-left: 0.75rem; }
.codes > div { grid-template-columns: minmax(9rem, 24rem) 1fr; }
@media (max-width: 36rem) { dl > div, .codes > div { grid-template-columns: 1fr; padding: 0.35rem 0; } }
`
