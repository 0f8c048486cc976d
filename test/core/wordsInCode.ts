/** What the code says: the ids of sentences in each file with the values they are given, literal text where a person would read it, and what is loaded with what. */
import { parseSync } from 'vite'
import { problemCodes } from '../../core/problem.ts'
import { importsOf, read } from './tidyFiles.ts'

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

export interface Said {
  file: string
  line: number
  /** The id, with * for what is only known when it is said. */
  id: string
  /** Names of the values given beside it; null where they are not written out. */
  values: string[] | null
}

export interface Found {
  said: Said[]
  /** Sentences of problems: what is no more than a code may be meant as that alone. */
  problems: Said[]
  /** Literal text that a person would read. */
  literal: string[]
  /** Modules that are loaded later, with the rooms loaded beside them. */
  later: { path: string; rooms: string[]; line: number }[]
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []))

const readAttributes = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
  'text',
  'lead',
  'hint',
  'what',
  'heading',
  'legend',
])
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text)
const isSentence = (text: string): boolean => /^\p{Lu}[^<>=]*\s\p{L}/u.test(text) && !/^[A-Z_|\s]+$/.test(text)
const isId = /^[a-z]+\.[a-z0-9_.*]+$/

/** The text of a literal, with * for each expression in it; null for anything else. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type === 'TemplateLiteral') return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('*')
  return null
}

const known = new Map<string, Found>()

export function inCode(file: string): Found {
  const before = known.get(file)
  if (before) return before
  const code = read(file)
  const found: Found = { said: [], problems: [], literal: [], later: [] }
  const lineOf = (node: Node): number => code.slice(0, node.start).split('\n').length
  const walk = (node: Node, parents: readonly Node[]): void => {
    const text = textOf(node)
    if (text !== null) note(found, file, lineOf(node), { node, text, parents })
    else if (node.type === 'JSXText' && hasWords(String(node.value)))
      found.literal.push(`${file}:${lineOf(node)} ${String(node.value).trim()}`)
    else if (node.type === 'ImportExpression')
      found.later.push({ path: textOf(node.source) ?? '', rooms: roomsBeside(parents), line: lineOf(node) })
    for (const child of childrenOf(node)) walk(child, [...parents, node])
  }
  walk(parseSync(file, code).program as unknown as Node, [])
  known.set(file, found)
  return found
}

function note(
  found: Found,
  file: string,
  line: number,
  { node, text, parents }: { node: Node; text: string; parents: readonly Node[] },
): void {
  const parent = parents.at(-1)
  const sentence = sentenceOfProblem(text)
  if (sentence) {
    found.problems.push({
      file,
      line,
      id: sentence,
      values: parent && makesProblem(parent) ? namesIn((parent.arguments as Node[])[2]) : null,
    })
    return
  }
  // What is read from a catalogue by its id, as the names of the sample in all languages are, is not said from a room.
  if (isId.test(text) && parent?.type !== 'MemberExpression') {
    const values =
      parent?.type === 'CallExpression' ? namesIn((parent.arguments as Node[])[(parent.arguments as Node[]).indexOf(node) + 1]) : null
    found.said.push({ file, line, id: text, values })
    return
  }
  if (parent?.type === 'ImportDeclaration' || parent?.type === 'ImportExpression' || parent?.type.startsWith('TS')) return
  if (
    parents.some(({ type, callee }) => type === 'NewExpression' && /Error|Refusal|RegExp/.test(String((callee as Node | undefined)?.name)))
  )
    return
  if (parents.some(isForOperators)) return
  const attribute = parents.findLast(({ type }) => type === 'JSXAttribute')
  const isRead = attribute
    ? readAttributes.has(String((attribute.name as Node).name)) && hasWords(text)
    : isShownChild(parents) && hasWords(text)
  if (isRead || (attribute === undefined && isSentence(text))) found.literal.push(`${file}:${line} ${text}`)
}

/** What is thrown, logged, or stands in the API's document is in English alone, for whoever runs the place or writes a program for it. */
function isForOperators({ type, callee, key }: Node, nth: number, parents: readonly Node[]): boolean {
  if (type === 'Property') return ['summary', 'description'].includes(String((key as Node).name))
  if (type === 'NewExpression') return parents[nth - 1]?.type === 'ThrowStatement'
  const called = type === 'CallExpression' ? (callee as Node) : null
  return called?.type === 'Super' || (called?.type === 'MemberExpression' && (called.object as Node).name === 'log')
}

/** The id of what a problem says; null of a text that is none. */
function sentenceOfProblem(text: string): string | null {
  const [, bank, code] = /^(bank\.)?([a-z0-9_]+)(?:\.[a-z0-9_*]+)?$/.exec(text) ?? []
  return code !== undefined && Object.hasOwn(problemCodes, code) ? (bank ? text : `problems.${text}`) : null
}

/** Those that are given a sentence, where it is about, and what it is filled with. */
const makesProblem = ({ type, callee }: Node): boolean =>
  type === 'CallExpression' &&
  ['problem', 'refused', 'no', 'refuse', 'add'].includes(
    String((callee as Node).name ?? ((callee as Node).property as Node | undefined)?.name),
  )

/** Written between tags, as it is or by a choice. */
function isShownChild(parents: readonly Node[]): boolean {
  const above = parents.toReversed().find(({ type }) => !['ConditionalExpression', 'LogicalExpression', 'TemplateLiteral'].includes(type))
  const container = above && parents[parents.indexOf(above) - 1]
  return above?.type === 'JSXExpressionContainer' && container?.type !== 'JSXAttribute'
}

function namesIn(node: Node | undefined): string[] | null {
  if (node === undefined) return []
  if (node.type === 'ArrowFunctionExpression') return namesIn(bare(node.body as Node))
  if (node.type !== 'ObjectExpression') return null
  const names = (node.properties as Node[]).map((property) =>
    property.type === 'Property' ? String((property.key as Node).name ?? (property.key as Node).value) : null,
  )
  return names.includes(null) ? null : (names as string[])
}

const bare = (node: Node): Node => (node.type === 'ParenthesizedExpression' ? bare(node.expression as Node) : node)

/** In `lazily(() => import('…'), 'room')`, and the like: the rooms. */
function roomsBeside(parents: readonly Node[]): string[] {
  const call = parents.findLast(
    ({ type, callee }) => type === 'CallExpression' && ['lazily', 'later', 'withWords'].includes(String((callee as Node).name)),
  )
  return call ? (call.arguments as Node[]).slice(1).flatMap((room) => textOf(room) ?? []) : []
}

/** What is loaded at once with these files, and what the workers that they start are made of: what a worker finds is said by the page. */
export function loadedWith(files: readonly string[], without: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set(files)
  for (const file of found) {
    for (const next of staticImports(file)) if (!without.has(next)) found.add(next)
  }
  return found
}

export const resolved = (from: string, path: string): string => new URL(path, `file:///${from}`).pathname.slice(1)

function staticImports(file: string): string[] {
  const later = new Set(inCode(file).later.map(({ path }) => path))
  const types = new Set([...read(file).matchAll(/^(?:import|export) type [^'"]*from '([^']+)'/gm)].map((match) => match[1]!))
  const workers = [...read(file).matchAll(/new Worker\(new URL\('([^']+)'/g)].map((match) => match[1]!)
  const imports = importsOf(file).filter((path) => /^\.{1,2}\/.*\.tsx?$/.test(path) && !later.has(path) && !types.has(path))
  return [...imports, ...workers].map((path) => resolved(file, path))
}
