/** Comparing, what differs, merging. */
export default {
  'compare.add_plan': 'Add a plan',
  'compare.alone.only':
    'Here two plans stand side by side: their balances, their figures, and what differs. “{name}” is the only one so far. Try ' +
    'something in a copy of it, such as another flat or a new job; nothing changes here meanwhile.',
  'compare.alone.others':
    'Add a plan, and both stand side by side: their balances, their figures, and what differs. Or try something in a copy of this one.',
  'compare.balance.all': 'All, less what is owed',
  'compare.becomes': 'becomes',
  'compare.bring': 'Bring “{from}” into “{into}”…',
  'compare.bring.heading': 'Bring changes over',
  'compare.bring.lead':
    '“{branch}” began as a copy of “{parent}”. What one of them changed since then can come into the other; what both changed, ' +
    'you are asked about.',
  'compare.cannot_count': "“{name}” can't be counted. {problem}",
  'compare.cannot_hold': "{currency} can't hold it exactly",
  'compare.cannot_read': "“{name}” can't be read just now. {problem}",
  'compare.chart': 'The balances side by side',
  'compare.days_apart':
    '{way, select, later {{days, plural, one {# day later} other {# days later}}} other {{days, plural, one {# day earlier} other ' +
    '{# days earlier}}}}',
  'compare.differing': 'What differs',
  'compare.differing.between': 'between {one} and {other}',
  'compare.differing.nothing': 'Nothing but the name. Change something in one of them, and it is listed here.',
  'compare.differing.nothing_ahead': 'Nothing that is still to come.',
  'compare.differing.one': 'One plan',
  'compare.differing.open_one': 'Open one of the two, and single differences can be brought into it.',
  'compare.differing.other': 'The other plan',
  'compare.differing.past':
    '{rows, plural, one {What was said of past dates of one row differs too; that changes nothing ahead.} other {What was said of past ' +
    'dates of # rows differs too; that changes nothing ahead.}}',
  'compare.differing.take': 'A button brings that one difference into “{name}”, the plan that is open.',
  'compare.figure.account_below_floor': '{account}: first day below its floor',
  'compare.figure.account_over_limit': '{account}: first day over its limit',
  'compare.figure.account_end': '{account}: at the end',
  'compare.figure.account_interest': '{account}: interest',
  'compare.figure.account_lowest': '{account}: lowest point',
  'compare.figure.account_paid_off': 'When {account} is paid off',
  'compare.figure.begin_total': 'At the beginning',
  'compare.figure.due_before_payday': 'Due before payday',
  'compare.figure.end_available': 'Left at the end',
  'compare.figure.end_total': 'Left, with what is set aside',
  'compare.figure.first_below_floor': 'First day below the floor',
  'compare.figure.lowest_in_span': 'Lowest in the picture',
  'compare.figure.lowest_point': 'Lowest point',
  'compare.figure.money_in': 'Comes in',
  'compare.figure.money_out': 'Goes out',
  'compare.figure.onto_accounts': 'Goes to other accounts',
  'compare.figure.safe_to_spend': 'Safe to spend',
  'compare.figures': 'Figures',
  'compare.figures.same': '{all, select, true {All {count, number} figures} other {{count, number} figures}} are the same',
  'compare.figures.table': 'Figures side by side, from {from} to before {until}',
  'compare.lead.less': 'What only one of the two plans has, or has otherwise. A minus is what “{name}” has less.',
  'compare.lead.less_on_day':
    'Why they differ on {day}. What only one of the two plans has, or has otherwise. A minus is what “{name}” has less.',
  'compare.lead.less_saved':
    'Why they differ in what is saved by {day}. What only one of the two plans has, or has otherwise. A minus is what “{name}” has less.',
  'compare.lead.pays_less': 'What only one of the two plans has, or has otherwise. A minus is what “{name}” pays less.',
  'compare.lead.saved_on': 'What is saved on {day}.',
  'compare.lead.there_on': 'What is there on {day}.',
  'compare.later': 'Up to here these plans have the same balances every day. From {day} on they do not.',
  'compare.later.never': 'These plans have the same balances every day, for as long as five years.',
  'compare.later.show': 'Show {count} {unit, select, year {{count, plural, one {year} other {years}}} other {months}}',
  'compare.leave_out': 'Leave out {name}',
  'compare.level.below_floor': 'below the floor',
  'compare.level.below_zero': 'below zero',
  'compare.level.in_pots': 'below zero without what is set aside',
  'compare.lines': 'The balance ahead',
  'compare.measured_against': 'Measured against',
  'compare.merge.all_as': 'All as in {name}',
  'compare.merge.bring': 'Bring over',
  'compare.merge.changed_in_both': 'Changed in both: which of the two shall it be?',
  'compare.merge.comes': 'What comes over',
  'compare.merge.comes_besides': 'What comes over besides',
  'compare.merge.differs': 'What differs: which of the two shall it be?',
  'compare.merge.done': '“{into}” has what changed in “{from}”.',
  'compare.merge.has_everything': '“{into}” has everything that “{from}” has.',
  'compare.merge.lead': 'What “{name}” changed by itself stays.',
  'compare.merge.new': 'new: {what}',
  'compare.merge.no_base':
    'How both were when they parted is no longer known here. So you are asked about whatever differs, and no row that one of them ' +
    'has is lost.',
  'compare.merge.nothing_changes': 'Nothing changes in “{name}”.',
  'compare.merge.nothing_to_bring':
    'There is nothing to bring over: “{from}” has changed nothing that “{into}” does not have since they parted.',
  'compare.merge.taken_out': 'taken out',
  'compare.merge.title': 'Bring “{from}” into “{into}”',
  'compare.not_taken': '{about}: {problem} Nothing was changed.',
  'compare.not_there': 'not there',
  'compare.note.above_floor': 'lowest point less the floor',
  'compare.note.after': 'after {years, plural, =0 {{months, plural, one {# month} other {# months}}} one {# year} other {# years}}',
  'compare.note.down_to': 'down to {amount}',
  'compare.note.goal': 'goal',
  'compare.note.in_pots': '{amount} more set aside',
  'compare.note.no_account': 'no such account',
  'compare.note.no_goal': 'no such goal',
  'compare.note.not_within': 'not by then',
  'compare.note.on': 'on {day}',
  'compare.note.onto_accounts': 'onto cards, loans and savings, less what is charged or taken there',
  'compare.note.owes_nothing': 'owes nothing',
  'compare.note.reached': 'reached',
  'compare.note.saved': 'saved, not reached',
  'compare.note.stays_above': 'stays above it',
  'compare.note.stays_within': 'stays within it',
  'compare.note.still_owed': 'not by then',
  'compare.note.sum':
    'after {years, plural, =0 {{months, plural, one {# month} other {# months}}} one {# year} other {# years}}: what there was, and ' +
    'comes in, less what goes out',
  'compare.note.sum_with_accounts':
    'after {years, plural, =0 {{months, plural, one {# month} other {# months}}} one {# year} other {# years}}: what there was, and ' +
    'comes in, less what goes out and to other accounts',
  'compare.note.watched': 'in the next {days, plural, one {# day} other {# days}}',
  'compare.note.watched_each': 'in the days each plan watches',
  'compare.note.of_all_accounts':
    'on all accounts together, without what moves between them, within {years, plural, =0 {{months, plural, one {# month} other ' +
    '{# months}}} one {# year} other {# years}}',
  'compare.note.with_pots': 'with what is set aside',
  'compare.note.within': 'within {years, plural, =0 {{months, plural, one {# month} other {# months}}} one {# year} other {# years}}',
  'compare.note.within_a_year': 'within a year',
  'compare.order': 'Order',
  'compare.other_currency': 'Plans in another currency than {currency} are left out of the picture, and have no differences below.',
  'compare.plan_itself': 'The plan itself',
  'compare.same': 'the same',
  'compare.same_day': 'the same day',
  'compare.side_by_side': 'Plans side by side',
  'compare.standing.begins':
    '“{name}” begins on {from}, the newest here on {to}. {why, select, not_related {They are not branches of one plan, so neither ' +
    'takes the other’s balance} currency {They are in other currencies} other {The newer balance does not fit it}}; open it to ' +
    'bring it to today.',
  'compare.standing.bring': 'Bring it there',
  'compare.standing.brought': '“{name}” is compared from the balance of “{other}” of {to}; its own is of {from}.',
  'compare.standing.done': '“{name}” has the newer balance now.',
  'compare.take.add': 'Add it here',
  'compare.take.change_label': '{action}: {about}, {theirs} instead of {mine}',
  'compare.take.make': 'Make it {value}',
  'compare.take.order': 'Use that order',
  'compare.take.remove': 'Remove it here',
  'compare.take.same': 'Make it the same',
  'compare.why': '{figure}: how this comes about',
  'compare.why.against': '{figure}, {one} against {other}',
  'compare.words.left':
    '{years, plural, =0 {After {months, plural, one {# month} other {# months}}} one {After # year} other {After # years}}, ' +
    '{how, select, same {“{name}” and “{other}” have equally much left: {amount}.} more {“{name}” has more left: {amount}, {by} more ' +
    'than “{other}”.} other {“{name}” has the most left: {amount}, {by} more than “{other}”.}}',
  'compare.words.low':
    '{how, select, same {“{name}” and “{other}” get equally low: {amount} on {day}.} lower {“{name}” gets lower: {amount} on {day}, {by} ' +
    'less than “{other}”.} other {“{name}” gets lowest: {amount} on {day}, {by} less than “{other}”.}}',
}
