import { folded } from '../../kernel/text.js';
import {
  type Answer,
  type FormSection,
  type Question,
  readAnswer,
  sectionNamed,
  type SectionName,
  type Sections,
  splitField,
} from '../../forms/index.js';
import { carriedAnswer } from './carried-answer.js';
import { carriedLines } from './carried-line.js';
import type { CarryForwardOffer, EarlierApplication, NotCarried, Offer } from './earlier-application.js';
import { BUDGET, journeyOf } from './form.js';
import type { AskedBudget } from './planned-budget.js';
import { pointerOf } from './sections.js';

/** What an application asks, as far as answers of another are matched with it. */
export interface Asking {
  readonly form: readonly FormSection[];
  readonly budget: AskedBudget;
  /** Questions whose answer is decided anew each time; it is offered, but never ticked. */
  readonly decidedAnew: readonly string[];
}

/**
 * What an earlier application could give to a draft, field by field, and everything that it could not. A question is
 * met by its id and kind within one programme, else by its kind and label.
 */
export function carryForward(asking: Asking, sections: Sections, earlier: EarlierApplication): CarryForwardOffer {
  const met = pairs(asking.form, earlier);
  const written = earlier.content.answers.filter(({ text }) => text !== '');
  const answers = written.flatMap((answer) => {
    const question = met.get(answer.id);
    return question ? [{ answer, question, ...carriedAnswer(question, answer, earlier) }] : [];
  });
  const lines = carriedLines(asking.budget, sectionNamed(sections, BUDGET), earlier);
  const offers = journeyOf(asking.form).flatMap((name) => {
    if (name === BUDGET) return lines.offers;
    const questions = asking.form.find(({ id }) => id === name)?.questions ?? [];
    return questions.flatMap(({ id }) =>
      answers
        .filter(({ question }) => question.id === id)
        .flatMap(({ question, fields }) => answerOffers(asking, sections, name, question, fields)),
    );
  });
  const unmet = written.filter(({ id }) => !met.has(id)).map(unasked);
  return { offers, notCarried: [...answers.flatMap(({ lost }) => lost), ...unmet, ...lines.notCarried] };
}

/** For each earlier answer the question that it meets; an answer meets one question only, first of all that of its id. */
function pairs(form: readonly FormSection[], earlier: EarlierApplication): ReadonlyMap<string, Question> {
  const met = new Map<string, Question>();
  const questions = form.flatMap((section) => section.questions);
  const meet = (fits: (answer: Answer, question: Question) => boolean): void => {
    for (const question of questions.filter((each) => ![...met.values()].includes(each))) {
      const answer = earlier.content.answers.find(
        (each) => !met.has(each.id) && each.kind === question.kind && fits(each, question),
      );
      if (answer) met.set(answer.id, question);
    }
  };
  if (earlier.sameProgram) meet(({ id }, question) => id === question.id);
  meet(({ label }, question) => folded(label) === folded(question.label));
  return met;
}

const unasked = ({ kind, label, text }: Answer): NotCarried => ({
  label,
  earlier: text,
  why: kind === 'file' || kind === 'declaration' ? kind : 'not-asked',
});

function answerOffers(
  { decidedAnew }: Asking,
  sections: Sections,
  section: SectionName,
  question: Question,
  carried: readonly (readonly [string, string])[],
): Offer[] {
  const { fields } = sectionNamed(sections, section);
  const begun = [...fields.keys()].some((field) => splitField(field).question === question.id);
  return carried.map(([field, text], index) => {
    const words = (typed: string): string =>
      question.kind === 'file' ? typed : readAnswer(question, new Map([[field, typed]])).words;
    const note = decidedAnew.includes(question.id) ? 'decided-anew' : holdsDays(question, text) ? 'days' : null;
    const now = fields.get(field);
    return {
      ...{ section, field, place: pointerOf(section, field), text, note },
      label: question.kind === 'table' ? `${question.label}：${String(index + 1)}行目` : question.label,
      earlier: words(text),
      now: now === undefined ? '' : words(now),
      same: now === text,
      ticked: !begun && note === null,
    };
  });
}

/** Days belong to their year: a period, a day, a row with a day in it. */
function holdsDays(question: Question, text: string): boolean {
  if (question.kind !== 'table') return question.kind === 'date' || question.kind === 'period';
  const cells = JSON.parse(text) as string[];
  return question.columns.some(({ kind }, position) => kind === 'date' && (cells[position] ?? '').trim() !== '');
}
