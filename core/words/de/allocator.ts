import type english from '../en/allocator.ts'
import type { Translated } from '../words.ts'

export default {
  'allocator.add': 'Hinzufügen',
  'allocator.amount_for': 'Betrag für {name}',
  'allocator.bar': '{amount} aufgeteilt in {shares}; {rest}.',
  'allocator.bar.left': 'übrig',
  'allocator.bar.piece': '{name}: {amount}',
  'allocator.bar.share': '{name} {amount}',
  'allocator.base': 'Was aufgeteilt wird',
  'allocator.base.balance': 'Kontostand',
  'allocator.base.income': 'Jeder Zahltag',
  'allocator.earlier': 'Früher dran',
  'allocator.elsewhere': 'Woanders zurücklegen',
  'allocator.flow.amount': 'Betrag',
  'allocator.flow.from': 'Von',
  'allocator.flow.label':
    '{amount} in den nächsten zwölf Monaten, verteilt auf {places, plural, one {# Stelle} other {# Stellen}}; die Tabelle ' +
    'darunter sagt, wie viel wohin geht.',
  'allocator.flow.lead':
    'Die nächsten zwölf Monate: was da ist und hereinkommt, was deine Ausgaben kosten, was am Ende zurückgelegt ist und was übrig ' +
    'bleibt.',
  'allocator.flow.missing': 'Am Ende fehlen {amount}: Ausgaben und Zurückgelegtes brauchen mehr, als da ist.',
  'allocator.flow.nothing': 'In den nächsten zwölf Monaten kommt nichts herein. Trag unter „Ausgaben & Einnahmen“ ein, was du verdienst.',
  'allocator.flow.on_the_way': 'Zwischendurch, am {date}, fehlen ohne das Zurückgelegte {amount}.',
  'allocator.flow.table': 'Dasselbe als Tabelle',
  'allocator.flow.to': 'Nach',
  'allocator.gets': '{name} bekommt',
  'allocator.instead.balance': 'Lieber vom Kontostand nehmen',
  'allocator.instead.income': 'Lieber von jedem Zahltag nehmen',
  'allocator.invitation.balance':
    'Leg fest, was von deinem Kontostand zurückgelegt wird: ein Betrag für eine Ausgabe, ein Teil zum Sparen, ein Teil für ein ' +
    'Ziel. Der Rest bleibt frei.',
  'allocator.invitation.income':
    'Leg fest, was an jedem Zahltag zurückgelegt wird: ein Betrag für eine Ausgabe, ein Teil zum Sparen, ein Teil für ein Ziel. ' +
    'Der Rest bleibt frei.',
  'allocator.kept': '„{name}“ behält {kept} von {share} und braucht dann nichts mehr; {free} bleiben frei.',
  'allocator.kind': 'Art des Betrags für {name}',
  'allocator.kind.fixed': 'Fest',
  'allocator.kind.percent': 'Prozent',
  'allocator.later': 'Später dran',
  'allocator.left': '{amount} übrig',
  'allocator.move_down': '{name} nach unten',
  'allocator.move_up': '{name} nach oben',
  'allocator.note.divided':
    'Diese Regeln haben deinen Kontostand einmal aufgeteilt. Was sie zurückgelegt haben, bleibt seit {date} zurückgelegt.',
  'allocator.note.next': 'Jede Einnahme wird aufgeteilt, sobald sie eingeht; als Nächstes {amount} am {date}.',
  'allocator.note.no_payday':
    'Noch ist kein Zahltag geplant. Trag unter „Ausgaben & Einnahmen“ ein, was hereinkommt, dann wird jeder Zahltag so ' +
    'aufgeteilt, wie du es hier festlegst.',
  'allocator.note.nothing': 'Noch gibt es nichts aufzuteilen: Dein Kontostand ist {amount}.',
  'allocator.percent_for': 'Prozent für {name}',
  'allocator.percent_left': 'Die anderen lassen nur {percent} übrig.',
  'allocator.percent_none_left': 'Die anderen Prozentsätze nehmen schon alles.',
  'allocator.percent_number': 'Prozent für {name}, als Zahl',
  'allocator.percent_value': '{percent}, {share}{stop, select, yes {, alles, was übrig ist} other {}}',
  'allocator.percent_wanted': 'Gib eine ganze Zahl von 0 bis 100 an.',
  'allocator.pick': 'Wohin Geld geht',
  'allocator.pick.accounts': 'Ein anderes Konto',
  'allocator.pick.another_goal': 'Anderes Ziel …',
  'allocator.pick.bills': 'Eine Ausgabe',
  'allocator.pick.example': '{to, select, goal {Urlaub} other {Notgroschen}}',
  'allocator.pick.goals': 'Ein Ziel',
  'allocator.pick.name': 'Name {to, select, goal {des Ziels} other {der Rücklage}}',
  'allocator.pick.nameless': 'Gib {to, select, goal {dem Ziel} other {der Rücklage}} einen Namen.',
  'allocator.pick.new_goal': 'Ein Ziel …',
  'allocator.pick.none': 'Wohin?',
  'allocator.pick.savings': 'Rücklage …',
  'allocator.pick.wanted': 'Wähle, wofür es zurückgelegt wird.',
  'allocator.picture.coming': 'Das Diagramm wird geladen.',
  'allocator.picture.hide': 'Diagramm ausblenden',
  'allocator.picture.show': 'Als Diagramm zeigen',
  'allocator.place.balance': 'Kontostand',
  'allocator.place.bills': 'Kleinere Ausgaben',
  'allocator.place.owed': 'Vorher überzogen',
  'allocator.place.rest': 'Bleibt übrig',
  'allocator.place.shortfall': 'Fehlt',
  'allocator.remove': 'Entfernen',
  'allocator.remove_of': '{name} entfernen',
  'allocator.removed': '„{name}“ bekommt jetzt nichts mehr {base, select, balance {vom Kontostand} other {von deinen Zahltagen}}.',
  'allocator.send_there': 'Dorthin legen',
  'allocator.short': '{amount} fehlen',
  'allocator.short_of': 'Für „{name}“ fehlen {amount}.',
  'allocator.shown_for': 'Gilt für',
  'allocator.stop_when_covered': 'Aufhören, wenn der nächste Termin gedeckt ist',
  'allocator.target':
    '{to, select, bill {Ausgabe} goal {Ziel} account {Konto} other {Rücklage}}{goesOn, select, yes {, läuft weiter, wenn sie gedeckt ' +
    'ist} other {}}',
  'allocator.title': 'Zurücklegen',
} satisfies Translated<typeof english>
