/**
 * XML as elements, a part at a time: those of the names asked for are handed over as they close and then forgotten, so a
 * file of 25 MiB takes the memory of its largest entry. (A whole tree of such a file, as XML libraries build it, took 610 MB.)
 */
import { limits } from '../limits.ts'
import type { Findings } from './findings.ts'
import { lineCounter, readTags, type Tag } from './markup.ts'

export interface Element {
  name: string
  text: string
  attributes: string
  line: number
  children: Element[]
}

/**
 * Calls `onElement` for each element whose name is in `parts`, as it closes, without the parts within it. Where a damaged
 * file ends, the outermost part still open is handed over with what was whole in it.
 */
export function readParts(text: string, parts: ReadonlySet<string>, onElement: (element: Element) => void, findings: Findings): void {
  const lineOf = lineCounter(text)
  const stack: Element[] = []
  let kept = 0
  let isRefused = false

  const refuse: (...finding: Parameters<Findings['add']>) => false = (says, place, values) => {
    findings.add(says, lineOf(place), values)
    isRefused = true
    return false
  }

  function open(tag: Tag): boolean {
    if (stack.length >= limits.bank_file_nesting)
      return refuse('bank.file_is_nested_too_deep.tags', tag.place, { tag: tag.name, most: limits.bank_file_nesting })
    kept += 1
    if (kept > limits.bank_file_tags_of_an_entry)
      return refuse('bank.file_is_nested_too_deep.together', tag.place, { most: limits.bank_file_tags_of_an_entry })
    const element = { name: tag.name, text: tag.text.trim(), attributes: tag.attributes, line: lineOf(tag.place), children: [] }
    stack.push(element)
    if (tag.isEmpty) closeTop()
    return true
  }

  function closeTop(): void {
    const element = stack.pop()!
    if (parts.has(element.name)) {
      onElement(element)
      kept = stack.length
    } else stack.at(-1)?.children.push(element)
  }

  function close(tag: Tag): void {
    const index = stack.findLastIndex((element) => element.name === tag.name)
    if (index === stack.length - 1 && index >= 0) return closeTop()
    const innermost = stack.at(-1)
    if (innermost)
      findings.add('bank.tag_is_out_of_place.instead', lineOf(tag.place), { tag: tag.name, due: innermost.name, opened: innermost.line })
    else findings.add('bank.tag_is_out_of_place.closes_nothing', lineOf(tag.place), { tag: tag.name })
    while (index >= 0 && stack.length > index) closeTop()
  }

  const end = readTags(text, (tag) => {
    if (!tag.isClosing) return open(tag)
    close(tag)
    return true
  })
  if (end.kind === 'doctype') refuse('bank.file_must_not_hold_a_doctype', end.place)
  if (isRefused) return
  const innermost = stack.at(-1)
  if (innermost) findings.add('bank.file_ends_too_early.xml', lineOf(text.length), { tag: innermost.name, opened: innermost.line })
  // What is open below the outermost part is only half there: an amount may lack its last digits.
  const outermost = stack.findIndex((element) => parts.has(element.name))
  if (outermost >= 0) stack.length = outermost + 1
  while (stack.length > 0) closeTop()
}

/** The first element along a path of names below this one. */
export function elementAt(element: Element | undefined, ...names: string[]): Element | undefined {
  let found = element
  for (const name of names) found = found?.children.find((child) => child.name === name)
  return found
}

export const textAt = (element: Element | undefined, ...names: string[]): string => elementAt(element, ...names)?.text ?? ''

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? []
