import type english from '../en/ask.ts'
import type { Translated } from '../words.ts'

export default {
  'ask.about': 'Was du fragen willst',
  'ask.about.afford': 'Etwas kaufen',
  'ask.about.aside': 'Zurücklegen',
  'ask.about.debts': 'Schulden tilgen',
  'ask.about.loss': 'Einnahme fällt aus',
  'ask.about.move': 'Termine verlegen',
  'ask.about.rise': 'Ausgabe steigt',
  'ask.about.save': 'Sparen',
  'ask.add': 'In den Plan aufnehmen',
  'ask.added': '„{name}“ steht jetzt im Plan.',
  'ask.afford.amount': 'Was es kostet',
  'ask.afford.asked': 'Kann ich mir {amount} am {day} leisten?',
  'ask.afford.below_anyway': 'Am {day} liegst du auch ohne sie unter deinem Mindeststand, mit {amount}.',
  'ask.afford.below_before': 'Davor liegst du ohnehin unter deinem Mindeststand: am {day} mit {amount}.',
  'ask.afford.below_later': 'Aber am {day} wären deswegen nur noch {amount} da, weniger als dein Mindeststand.',
  'ask.afford.called': 'Wie es heißt',
  'ask.afford.day': 'Der Tag, an dem es bezahlt wird',
  'ask.afford.day_before': 'Einen Tag früher bezahlt, am {paid}, blieben am {day} nur {amount}.',
  'ask.afford.earliest': 'Frühestens geht es am {day}; am knappsten Tag danach, dem {low}, bleiben dann {amount}.',
  'ask.afford.most': 'An diesem Tag wären {most} möglich. Mit {more} läge der {day} unter deinem Mindeststand.',
  'ask.afford.name': 'Anschaffung',
  'ask.afford.never': 'Bis zum {day} gibt es keinen Tag, an dem es geht.',
  'ask.afford.no': '{no}: Am {day} blieben {amount}, {short} unter {floor, select, zero {null} other {deinem Mindeststand von {floor}}}.',
  'ask.afford.spend_less':
    '{paydays, plural, one {Damit es am {on} geht, gib nach dem Zahltag bis dahin {amount} weniger aus.} other {Damit es am {on} geht, ' +
    'gib nach jedem der # Zahltage bis dahin {amount} weniger aus.}}',
  'ask.afford.spend_less_larger':
    'Damit es am {on} geht, gib nach {larger, plural, one {dem größeren Zahltag} other {jedem der # größeren Zahltage}} bis dahin ' +
    '{amount} weniger aus und nichts von den {rest}, die {smaller, plural, one {der kleinere bringt} other {die # kleineren bringen}}.',
  'ask.afford.title': 'Mit der Anschaffung, am {day}',
  'ask.afford.what_if': 'Mit einer Anschaffung',
  'ask.afford.without': 'Auch ohne sie fehlen an diesem Tag schon {amount}.',
  'ask.afford.yes':
    '{yes}: Am knappsten Tag danach, dem {day}, bleiben {amount}{spare, select, none {} other {, {spare} über deinem Mindeststand}}' +
    '{sooner, select, today {; es ginge schon heute} none {; früher ginge es nicht} some {; frühestens ginge es am {earliest}} other {}}.',
  'ask.aside.asked': 'Wie viel muss ich von jeder Einnahme für {target}{day, select, none {} other { bis zum {day}}} zurücklegen?',
  'ask.aside.below': 'Damit blieben am {low} nur {amount}, weniger als dein Mindeststand.',
  'ask.aside.covered': 'Nichts mehr: Bis zum {day} ist es da.',
  'ask.aside.day': 'Der Tag, bis zu dem es da sein soll',
  'ask.aside.held': 'Mehr lässt der {day} nicht zu, an dem{because, select, none {} other { {because}}} nur {amount} da sind.',
  'ask.aside.level':
    '{amount} von {incomes, plural, one {der einen Einnahme} other {jeder der # Einnahmen}} ' +
    '{since, select, none {} other {vom {since} }}bis zum {day} ergeben die {missing}, ' +
    'die fehlen.',
  'ask.aside.level_larger':
    '{amount} von {larger, plural, one {einer Einnahme} other {jeder von # Einnahmen}} ' +
    '{since, select, none {} other {vom {since} }}bis zum {day}{rest, select, none { (von ' +
    '{smaller, plural, one {der anderen} other {den # anderen}} ist nichts frei)} other { und die {rest}, die von {smaller, plural, ' +
    'one {der anderen} other {den # anderen}} frei sind,}} ergeben die {missing}, die fehlen.',
  'ask.aside.no_income': 'Was bis zum {day} hereinkommt und nicht schon anders verplant ist, reicht nicht für die {missing}, die fehlen.',
  'ask.aside.no_path': 'Bis dahin kannst du höchstens {most} zurücklegen, ohne unter deinen Mindeststand zu kommen.',
  'ask.aside.none': 'In diesem Plan gibt es noch keine Ausgabe mit Datum und kein Ziel.',
  'ask.aside.nothing': 'Nichts lässt sich zurücklegen: Am {day} liegst du mit {amount} ohnehin unter deinem Mindeststand.',
  'ask.aside.path':
    'Möglichst gleichmäßig verteilt, ohne {from, select, none {} other {ab dem {from} }}unter deinen Mindeststand zu kommen:',
  'ask.aside.target': 'Wofür',
  'ask.aside.what_if': 'Mit mehr Rücklagen',
  'ask.because': 'An diesem Tag ist so wenig da, {because}.',
  'ask.below_before':
    '{pay, select, none {Bis dahin liegst du ohnehin unter deinem Mindeststand: am {day} mit {amount}.} other {Vor der Einnahme vom ' +
    '{pay} liegst du unter deinem Mindeststand, gleich was du zurücklegst: am {day} mit {amount}.}}',
  'ask.close': 'Schließen',
  'ask.debts.amount': 'Wie viel mehr im Monat auf Schulden gezahlt wird',
  'ask.debts.asked': 'In welcher Reihenfolge tilge ich meine Schulden, mit {amount} mehr im Monat?',
  'ask.debts.asked_one': 'Wann ist {name} abbezahlt, mit {amount} mehr im Monat?',
  'ask.debts.below': 'Damit bleiben am {day} nur {amount}, weniger als dein Mindeststand.',
  'ask.debts.below_before': 'Bevor das erste Mal mehr gezahlt wird, liegst du ohnehin unter deinem Mindeststand: am {day} mit {amount}.',
  'ask.debts.best':
    '{count, plural, one {{more, select, planned {So wie geplant ist {first} am {day} abbezahlt} level {Bleibt die Zahlung so hoch ' +
    'wie jetzt, ist {first} am {day} abbezahlt} other {Mit {extra} mehr im Monat ist {first} am {day} abbezahlt}}} other {Tilg zuerst ' +
    '{first}, dann {others}: Ab dem {day} ist nichts mehr offen}}, und es ' +
    'kostet {interest} Zinsen{saved, select, none {} never {; so wie geplant endet es nie} other {, {saved} weniger als geplant}}.',
  'ask.debts.failed': 'Das lässt sich hier nicht ausrechnen. Lade die Seite neu und frag noch einmal.',
  'ask.debts.free': 'Getilgt',
  'ask.debts.interest': 'Zinsen',
  'ask.debts.last_day': '{isPaid, select, true {{name}: {day}, {interest}} other {{name}: {day}}}',
  'ask.debts.left_out':
    '{why, select, paid_in_full {Nicht dabei, weil eine Karte, deren Abrechnungen ganz bezahlt werden, keine Zinsen kostet: {names}.} ' +
    'other {Nicht dabei, weil weiter davon bezahlt wird und es so keinen letzten Tag gibt: {names}.}}',
  'ask.debts.month_interest':
    'Die Zinsen eines Monats sind bei einem Kredit ein Zwölftel des Jahreszinses auf das, was bei der Zahlung offen ist; bei einer ' +
    'Karte zählt jeder Tag.',
  'ask.debts.monthly':
    'Ab dem {from} zusammen {total} im Monat: was der Plan schon zahlt, und {extra} mehr, am Zahltag der Schuld, an die es ' +
    'geht.{count, plural, one {} other { Was eine Schuld nicht mehr braucht, geht an die nächste.}}',
  'ask.debts.monthly_pay': 'Jeden Monat',
  'ask.debts.months': '{months, plural, one {in einem Monat} other {in # Monaten}}',
  'ask.debts.never': 'Damit bleibt etwas offen, so weit dieser Plan vorausschaut. Versuch es mit mehr im Monat.',
  'ask.debts.none': 'In diesem Plan gibt es keine Schulden, die sich ordnen ließen.',
  'ask.debts.not_paid_off': 'nie',
  'ask.debts.order': 'Reihenfolge',
  'ask.debts.order.avalanche': 'Höchster Zins zuerst',
  'ask.debts.order.best': 'Geringste Zinsen',
  'ask.debts.order.snowball': 'Kleinste zuerst',
  'ask.debts.planned': 'Wie geplant',
  'ask.debts.transfer': 'Mehr für {name}',
  'ask.debts.tried':
    '{every, select, true {{count, plural, one {Es gibt nur eine Reihenfolge.} =2 {Beide Reihenfolgen ' +
    'wurden ausprobiert.} other {Alle # Reihenfolgen wurden ausprobiert.}}} ' +
    'other {{count} Reihenfolgen wurden ausprobiert: Keine Schuld an anderer Stelle macht es besser.}}',
  'ask.debts.what_if': 'Mit getilgten Schulden',
  'ask.debts.with_more': '{more, select, level {So viel wie jetzt} other {{extra} mehr}}',
  'ask.in_plan': 'Das steht jetzt im Plan. Ändere die Frage, um neu zu fragen.',
  'ask.keys': 'Strg+K',
  'ask.loss.asked': 'Was, wenn {income} ab dem {from} {length}{to, select, none {} other { {to}}} ausfällt?',
  'ask.loss.for_good': 'für immer',
  'ask.loss.from': 'Erster Tag ohne die Einnahme',
  'ask.loss.income': 'Welche Einnahme',
  'ask.loss.length': 'Eine Zeit lang oder für immer',
  'ask.loss.none': 'In diesem Plan gibt es noch keine Einnahme mit Datum.',
  'ask.loss.to': 'Letzter Tag ohne die Einnahme',
  'ask.loss.until': 'bis zum',
  'ask.loss.what_if': 'Ohne {name}',
  'ask.move.all': 'Alle nehmen',
  'ask.move.asked': 'Welche Termine soll ich ab dem {from} verlegen, um bis zum {until} über meinem Mindeststand zu bleiben?',
  'ask.move.because': 'Am {day} ist so wenig da, {because}.',
  'ask.move.below_before': 'Vor dem {from} liegst du unter deinem Mindeststand, was immer du verlegst: am {day} mit {amount}.',
  'ask.move.copied': 'Kopiert',
  'ask.move.copy': 'Text kopieren',
  'ask.move.copy_for': 'Text für {name} kopieren',
  'ask.move.count': '{count, plural, one {eine Ausgabe} other {# Ausgaben}}',
  'ask.move.day': '{day, select, 31 {letzten Tag} other {{day}.}}',
  'ask.move.fewer':
    '{count, plural, one {Wird nur eine einzige Ausgabe verlegt, bleiben am knappsten Tag höchstens {amount}.} other {Werden nur # ' +
    'Ausgaben verlegt, bleiben am knappsten Tag höchstens {amount}.}}',
  'ask.move.found': 'Verleg {count}: Dann bleiben am knappsten Tag, dem {day}, {amount} statt {before} am {low}.',
  'ask.move.from': 'Der erste Tag, an dem eine Zahlung anders fallen darf',
  'ask.move.holds':
    'Keine: {from, select, none {Bis} other {Vom {from} bis}} zum {until} bleibst du über deinem Mindeststand. ' +
    'Am knappsten Tag, dem {day}, sind {amount} da.',
  'ask.move.letter':
    'Guten Tag, ich zahle Ihnen {amount} am {from} jedes Monats. Bitte lassen Sie mich stattdessen am {to} jedes Monats zahlen, ' +
    'zum ersten Mal am {first}. Vielen Dank.',
  'ask.move.name': 'Verlegte Termine',
  'ask.move.never': 'Kein Verlegen hilft: Am {day} bleiben nur {amount}, {short} unter deinem Mindeststand.',
  'ask.move.none': 'Keine nehmen',
  'ask.move.not_proven': 'Für alle Möglichkeiten sind es zu viele Ausgaben und Tage: Vielleicht reichen weniger.',
  'ask.move.row': '{name}, {amount}: vom {from} auf den {to} jedes Monats, zum ersten Mal am {first} statt am {date}.',
  'ask.move.short':
    'Verlegen allein hält deinen Mindeststand nicht. Am meisten hilft es, {count} zu verlegen: Dann bleiben am {day} noch ' +
    '{amount} statt {before}, {short} unter deinem Mindeststand.',
  'ask.move.stays':
    '{why, select, once {Einmalig, bleibt also, wo es ist: {names}.} rhythm {Nicht genau einmal im Monat fällig, ' +
    'bleibt also, wo es ist: {names}.} account {Geht von einem anderen Konto ab, bleibt also, wo es ist: {names}.} spread {Geht ' +
    'über die Tage verteilt ab, bleibt also, wie es ist: {names}.} other {Hat keinen Termin mehr, der sich noch verlegen ließe: ' +
    '{names}.}}',
  'ask.move.until': 'Der letzte Tag, an dem der Mindeststand halten muss',
  'ask.move.what_if': 'Mit verlegten Terminen',
  'ask.move.without': 'Ohne dies blieben am {day} nur {amount}.',
  'ask.no': 'Nein',
  'ask.open': 'Fragen …',
  'ask.open_hint': 'Fragen, was dieser Plan hergibt',
  'ask.proof': 'Warum',
  'ask.rise.amount': 'Was sie dann kostet',
  'ask.rise.asked': 'Was, wenn {bill} vom {day} an {amount} kostet?',
  'ask.rise.bill': 'Welche Ausgabe',
  'ask.rise.day': 'Ab welchem Tag',
  'ask.rise.none': 'In diesem Plan gibt es noch keine Ausgabe mit Datum.',
  'ask.rise.same': '„{name}“ kostet das schon. Gib ein, was es kosten würde.',
  'ask.rise.what_if': '{name} steigt',
  'ask.save.also': 'Das kommt zu dem hinzu, was deine Regeln von Einnahmen schon zurücklegen.',
  'ask.save.asked': 'Wie viel von jeder Einnahme kann ich bis zum {day} sparen, als {kind}?',
  'ask.save.below_already': 'Nichts: Am {day} liegt der Plan mit {amount} schon unter deinem Mindeststand.',
  'ask.save.day': 'Bis zu welchem Tag es reichen muss',
  'ask.save.fails': 'Mit {more} läge der {day} unter deinem Mindeststand; es blieben {amount}.',
  'ask.save.fixed': 'Betrag',
  'ask.save.income': 'Mehr ist von keiner Einnahme frei.',
  'ask.save.kind': 'Betrag oder Prozent',
  'ask.save.most':
    '{amount} von {incomes, plural, one {der einen Einnahme} other {jeder der # Einnahmen}} {since, select, none {} other {vom ' +
    '{since} }}bis dahin: zusammen {total}.',
  'ask.save.most_larger':
    '{amount} von {larger, plural, one {einer Einnahme} other {jeder von # Einnahmen}} {since, select, none {} other {vom {since} ' +
    '}}bis dahin; von {smaller, plural, one {der anderen} other {den # anderen zusammen}} {rest, select, none {ist nichts} other ' +
    '{sind nur {rest}}} frei: insgesamt {total}.',
  'ask.save.name': 'Erspartes',
  'ask.save.no_payday': 'Bis dahin kommt keine Einnahme.',
  'ask.save.nothing': 'Nichts, ohne unter deinen Mindeststand zu kommen.',
  'ask.save.nothing_free': 'Nichts: Alles, was bis dahin hereinkommt, ist schon anders verplant.',
  'ask.save.percent': 'Prozent',
  'ask.save.percents': 'Dann ist jede Einnahme ganz verplant.',
  'ask.save.rules': 'Mit {more} würde von einer Einnahme für anderes weniger zurückgelegt.',
  'ask.save.what_if': 'Mit Erspartem',
  'ask.then':
    'Dann ist der tiefste Stand {days, plural, one {des nächsten Tages} other {der nächsten # Tage}} {amount} am {day}, {change, ' +
    'select, lower {{by} tiefer} higher {{by} höher} other {so tief wie jetzt}}.',
  'ask.then.end':
    'Bis zum {day}, ein Jahr ab heute, {change, select, lower {sind es insgesamt {by} weniger} higher {sind es insgesamt {by} mehr} ' +
    'other {bleibt es insgesamt gleich}}{accounts, plural, =0 {} other {, alle anderen Konten und Schulden mitgerechnet}}.',
  'ask.then.title': 'Tiefster Stand',
  'ask.title': 'Fragen',
  'ask.tried': '„{name}“ ist eine Kopie von „{of}“ mit dieser Änderung. Der Plan selbst bleibt, wie er ist.',
  'ask.try': 'In einer Kopie ausprobieren',
  'ask.whole_day': 'Gib ein vollständiges Datum an: Tag, Monat und Jahr.',
  'ask.write_amount': 'Gib einen Betrag an, dann steht die Antwort hier.',
  'ask.yes': 'Ja',
} satisfies Translated<typeof english>
