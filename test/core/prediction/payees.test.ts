import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../core/limits.ts'
import { nameOf } from '../../../core/prediction/payee-names.ts'
import { payeeReader, readPayee } from '../../../core/prediction/payees.ts'
import { manyRuns } from '../runs.ts'

describe('the key of a payee', () => {
  const texts: [string, string][] = [
    ['Netflix.com', 'NETFLIX'],
    ['NETFLIX.COM 866-579-7172 LOS GATOS CA', 'NETFLIX'],
    ['PAYPAL *SPOTIFY P1A2B3C4 STOCKHOLM SE', 'SPOTIFY'],
    ['SQ *CORNER CAFE', 'CORNER CAFE'],
    ['POS PURCHASE 04/12 STARBUCKS STORE #12345 SEATTLE WA', 'STARBUCKS STORE'],
    ['DIRECT DEBIT EDISON POWER REF 83920193', 'EDISON POWER'],
    ['SEPA Lastschrift Stadtwerke München GmbH MANDATE M123', 'STADTWERKE MUNCHEN'],
    ['VISA DEBIT PURCHASE CARD 4921 APPLE.COM/BILL', 'APPLE'],
    ['CARD XXXX1234 COMCAST CABLE', 'COMCAST CABLE'],
    ['Gym Club Ltd 12 MAR 2026', 'GYM CLUB'],
    ['Café de l’Opéra', 'CAFE DE OPERA'],
    ["TRADER JOE'S #552 BOSTON MA", 'TRADER JOES'],
    ['7-ELEVEN 32918', '7 ELEVEN'],
    ['24 HOUR FITNESS #123', '24 HOUR FITNESS'],
    ['O2 CZECH REPUBLIC A.S.', 'O2 CZECH REPUBLIC'],
    ['Městská knihovna Praha', 'MESTSKA KNIHOVNA PRAHA'],
    ['ЖКХ Москва', 'ЖКХ МОСКВА'],
    ['株式会社 東京電力', '株式会社 東京電力'],
  ]
  it.each(texts)('of %s', (text, key) => expect(readPayee(text).key).toBe(key))

  it('is all there is, where nothing but the bank’s own words or numbers are', () => {
    expect(readPayee('DEBIT').key).toBe('DEBIT')
    expect(readPayee('YZ 87144583').key).toBe('YZ 87144583')
    expect(readPayee('87144583').key).toBe('87144583')
    expect(readPayee('').key).toBe('UNNAMED')
  })

  it('leaves long numbers beside it, for contracts', () => {
    expect(readPayee('CITY POWER 77120934')).toEqual({ key: 'CITY POWER', reference: '77120934' })
  })

  it('fits a row’s evidence, whatever a bank prints', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ maxLength: 600 })), (text) => {
        const { key } = readPayee(text)
        expect(key.trim()).not.toBe('')
        expect(key.length).toBeLessThanOrEqual(limits.name_characters)
        expect(key).not.toMatch(/\p{Cc}/u)
        expect(nameOf(key, text).trim()).not.toBe('')
      }),
      { numRuns: manyRuns(3_000) },
    )
  })
})

describe('a reader of many payees', () => {
  it('reads each as if it were read alone, whatever was read before', () => {
    const words = [
      'O2',
      '7',
      'ELEVEN',
      'PAYPAL *',
      'GYM',
      'REF',
      '#0000',
      '00000000',
      '04/12',
      '12.3.',
      'Ö0',
      'x00',
      'www.shop0.com',
      '00 MAR',
      'TO ANNA NOVAK',
      'SEATTLE WA',
      '',
    ]
    const shape = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 40, maxLength: 40 })
    const filled = (text: string, list: readonly number[]): string =>
      [...text].map((unit, at) => (unit === '0' ? String(list[at % 40]) : unit)).join('')
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 3 }), fc.array(digits, { minLength: 2, maxLength: 6 }), (shapes, lists) => {
        const read = payeeReader()
        for (const list of lists) for (const text of shapes.map((one) => filled(one, list))) expect(read(text)).toEqual(readPayee(text))
      }),
      { numRuns: manyRuns(2_000) },
    )
  })
})

describe('the name for a person', () => {
  it('is written as the bank writes it, or with capitals where that shouts', () => {
    expect(nameOf('RIVERBANK PROPERTIES', 'RiverBank Properties')).toBe('RiverBank Properties')
    expect(nameOf('EDISON POWER', 'EDISON POWER REF 123')).toBe('Edison Power')
    expect(nameOf('STADTWERKE MUNCHEN', 'Stadtwerke München GmbH')).toBe('Stadtwerke München')
  })
  const called = (text: string): string => nameOf(readPayee(text).key, text)
  it.each([
    ['H&M 0123 BERLIN', 'H&M Berlin'],
    ['H & M SAYS THANKS 12', 'H & M Says Thanks'],
    ['MARKS & SPENCER', 'Marks & Spencer'],
    ['Müller & Söhne GmbH', 'Müller & Söhne'],
    ['AT&T BILL', 'AT&T'],
    ['PROCTER&GAMBLE', 'Procter&Gamble'],
    ['C+A MODE', 'C+A Mode'],
    ['R + V VERSICHERUNG AG', 'R + V Versicherung'],
    ['1&1 TELECOM', '1&1 Telecom'],
    ['E.ON ENERGIE', 'E.ON Energie'],
    ['7-ELEVEN 32918', '7-Eleven'],
    ['Coca-Cola', 'Coca-Cola'],
    ["SQ *BEN & JERRY'S", "Ben & Jerry's"],
    ['STADTWERKE MÜNCHEN', 'Stadtwerke München'],
    ['VISA DEBIT PURCHASE CARD 4921 APPLE.COM/BILL', 'Apple'],
    ['Gym Club - 12 MAR 2026', 'Gym Club'],
    ['T-MOBILE PHONE 5551', 'T-Mobile Phone'],
    ['X-RAY CENTER', 'X-RAY Center'],
    ['SHELL V-POWER', 'Shell V-Power'],
    ['3-D PRINTS', '3-D Prints'],
    ['A-1 STORAGE', 'A-1 Storage'],
    ['M-NET TELEFON', 'M-NET Telefon'],
    ['H-E-B GAS', 'H-E-B Gas'],
    ['E-REF SHOP', 'E Shop'],
    ['REWE-3 MARKT', 'Rewe Markt'],
    ['SHOP A-4921', 'Shop'],
    ['B-12 VITAMIN', 'B-12 Vitamin'],
    ['I-95 TOLL', 'I-95 Toll'],
    ['24-H FITNESS', '24-H Fitness'],
    ['B-12-03 SHOP', 'B Shop'],
    ['B-4921 SHOP', 'B Shop'],
    ['LIDL 12-A BERLIN', 'Lidl Berlin'],
    ['E-TRANSFER JOHN SMITH', 'John Smith'],
    ['e-Transfer John Smith', 'John Smith'],
    ['E-TRANSFER TO JOHN SMITH 123', 'John Smith'],
    ['E-CHECK JOHN SMITH', 'John Smith'],
    ['E-MAIL TRANSFER JOHN SMITH', 'John Smith'],
    ['E-PLUS', 'E-Plus'],
  ])('%s is called %s: signs that join its words stay', (text, name) => expect(called(text)).toBe(name))
  it.each([
    ['WOHNBAU NORD EG', 'Wohnbau Nord eG'],
    ['Wohnbau Nord eG', 'Wohnbau Nord eG'],
    ['HAUSVERWALTUNG KLEIN OHG', 'Hausverwaltung Klein OHG'],
    ['eBay 4921', 'eBay'],
    ['CARE PLUS UG', 'Care Plus UG'],
    ['EG', 'Eg'],
  ])('%s is called %s: a form of company is written as such forms are', (text, name) => expect(called(text)).toBe(name))
  it.each([
    ['GEZ', 'GEZ'],
    ['GEZ QUARTALSBEITRAG 4711', 'GEZ Quartalsbeitrag'],
    ['Rundfunk ARD, ZDF, DRadio', 'Rundfunk ARD'],
    ['RUNDFUNK ARD ZDF', 'Rundfunk ARD'],
    ['HSBC MORTGAGE', 'HSBC Mortgage'],
    ['Stadtwerke EVO', 'Stadtwerke EVO'],
    ['ADAC E.V.', 'ADAC'],
    ['BIO COMPANY BERLIN', 'Bio Company Berlin'],
    ['GAS AND TEA BAR', 'Gas And Tea Bar'],
    ['DIE ALTE UHR', 'Die Alte Uhr'],
    ['UWE ERDT', 'Uwe Erdt'],
  ])('%s is called %s: initials stay in capitals', (text, name) => expect(called(text)).toContain(name))
  it('writes what no word can be in capitals, whatever the bank prints, and every word of vowels and known endings with one', () => {
    const consonants = fc.string({ unit: fc.constantFrom(...'BCDFGHJKLMNPQRSTVWXZ'), minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(consonants, fc.boolean(), (word, is_small) => {
        expect(nameOf(`${word} MARKT`, `${is_small ? word.toLowerCase() : word} MARKT`)).toBe(`${word} Markt`)
      }),
    )
    for (const word of ['ATM', 'IBM', 'USB', 'EDV']) expect(nameOf(word, word)).toBe(word)
    for (const word of ['ART', 'ELK', 'OWL', 'UHR', 'ERZ', 'ASH', 'INN', 'ALT', 'AMT', 'ORB'])
      expect(nameOf(word, word)[1]).toBe(word[1]!.toLowerCase())
  })
  it('writes forms of company as they are written, behind whatever name', () => {
    const forms = ['eG', 'GmbH', 'AG', 'KG', 'SE', 'LLC', 'Ltd', 'Inc', 'Co', 'plc', 'SA', 'SARL', 'BV', 'AB', 'Oy', 'SpA', 'GbR']
    const word = fc.constantFrom('Wohnbau', 'Nord', 'Energie', 'Harbor', 'Ridge')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 2 }),
        (words, own) => {
          const name = [...words, ...own].join(' ')
          for (const text of [name, name.toUpperCase()]) expect(nameOf(name.toUpperCase(), text)).toBe(name)
        },
      ),
    )
  })
  it('keeps a word of the bank’s that opens or ends a name, unless the bank says another beside it', () => {
    const name = fc
      .array(fc.constantFrom('ONE', 'WIRELESS', 'ENERGY', 'ARCHIVE', 'FITNESS', 'Harbor', 'Ridge'), { minLength: 1, maxLength: 3 })
      .map((words) => words.join(' '))
      .filter((text) => text.length > 3)
    const trade = fc.constantFrom('MOBILE', 'Internet', 'DIRECT', 'ONLINE', 'Faster', 'TERMINAL')
    const same = (text: string, expected: string): void => expect(called(text).toUpperCase()).toBe(expected.toUpperCase())
    fc.assert(
      fc.property(name, trade, fc.constantFrom('', ' 04/12', ' #12345', ' REF 83920193'), (own, word, tail) => {
        same(`${word} ${own}${tail}`, `${word} ${own}`)
        if (/^(mobile|internet)$/i.test(word) && !tail.includes('REF')) same(`${own} ${word}${tail}`, `${own} ${word}`)
        for (const bank of ['PAYMENT', 'DEBIT', 'TRANSFER', 'PURCHASE']) {
          same(`${word} ${bank} ${own}${tail}`, own)
          same(`${bank} ${word} ${own}${tail}`, own)
        }
        // A row that is called so is known by what the bank prints.
        expect(readPayee(called(`${word} ${own}${tail}`)).key).toBe(readPayee(`${word} ${own}${tail}`).key)
      }),
    )
  })
  it('keeps what a hyphen joins to a single letter, wherever it stands, and is known by it', () => {
    const word = fc.constantFrom('MOBILE', 'ONLINE', 'NET', 'Direct', 'RING', 'Plus', 'HAUL', 'ray', 'Center')
    const letter = fc.constantFrom(...'ABCDEKLMOQTUVZ')
    fc.assert(
      fc.property(
        letter,
        word,
        fc.constantFrom('PHONE', 'Supplies', 'Bakers North'),
        fc.constantFrom('', ' #123', ' 04/12'),
        (one, own, rest, tail) => {
          const text = `${one}-${own} ${rest}${tail}`
          expect(called(text).toUpperCase()).toBe(`${one}-${own} ${rest}`.toUpperCase())
          expect(readPayee(called(text)).key).toBe(readPayee(text).key)
          expect(called(`${rest} ${one}-Haul${tail}`).toUpperCase()).toBe(`${rest} ${one}-HAUL`.toUpperCase())
        },
      ),
    )
  })
  it('keeps a short number that a hyphen joins to the letter that opens the name, and is known by it', () => {
    const rest = fc.constantFrom('PHARMACY', 'Toll', 'Bakers North')
    fc.assert(
      fc.property(fc.constantFrom(...'ABCDEKLMOQTUVZ'), fc.integer({ min: 1, max: 999 }), rest, (letter, number, own) => {
        const text = `${letter}-${number} ${own}`
        expect(called(text).toUpperCase()).toBe(text.toUpperCase())
        expect(readPayee(called(text)).key).toBe(readPayee(text).key)
      }),
    )
  })
  it('names whom an electronic transfer goes to, as without its E', () => {
    const word = fc.constantFrom('TRANSFER', 'Check', 'CHEQUE', 'Payment', 'DEBIT')
    fc.assert(
      fc.property(word, fc.constantFrom('E', 'e'), fc.constantFrom('JOHN SMITH', 'Harbor Gym', 'Ana Lima'), (own, letter, name) => {
        for (const text of [`${letter}-${own} ${name}`, `${name} ${letter}-${own} 12`, `${letter}-${own}: ${name}`])
          expect(called(text).toUpperCase()).toBe(name.toUpperCase())
      }),
    )
  })
  it('keeps the sign between any two words of a name, wherever the bank writes them', () => {
    const word = fc.constantFrom('Bakers', 'MILLER', 'söhne', 'Ångström', 'tailors', 'BOOKS')
    fc.assert(
      fc.property(
        word,
        word,
        fc.constantFrom('&', ' & ', '+', ' + ', '-', '/', '.'),
        fc.constantFrom('', '#123 ', 'CARD 4921 '),
        (one, other, sign, before) => {
          expect(called(`${before}${one}${sign}${other}`).toUpperCase()).toBe(`${one}${sign}${other}`.toUpperCase())
        },
      ),
    )
  })
})
