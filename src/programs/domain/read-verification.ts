import { refuseTwice, type DocumentReader } from '../../forms/index.js';
import { DIRECTION, reasonOf, type PointOption, type VerificationSheet } from '../../kernel/verification-sheet.js';

const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 8;

/** 検証 of a programme; every fault at its place below `verification`. */
export function readVerification(reader: DocumentReader): VerificationSheet {
  const sheet: VerificationSheet = {
    days: reader.whole('days', '検証の期限の日数', 1, 366),
    article: reader.optionalText('article', '検証の条', 60),
    panel: reader.flag('panel'),
    points: reader.list('points', (item) => ({
      id: item.id('point'),
      label: item.text('label', '検証の項目', 60),
      hint: item.optionalText('hint', '検証の項目の説明', 300),
      options: item.list('options', readOption),
    })),
    directions: reader.list('directions', readOption),
  };
  check(sheet, reader);
  return sheet;
}

const readOption = (item: DocumentReader): PointOption => ({
  id: item.id('option'),
  label: item.text('label', '答え', 60),
});

function check({ points, directions }: VerificationSheet, reader: DocumentReader): void {
  if (points.length === 0) reader.fault('points[0].label', 'programs.no-verification-points');
  // A reason is asked under the id of its point: none may be called like another's reason, or like the direction.
  points.forEach(({ id, label, options }, index) => {
    const taken = [DIRECTION, ...points.slice(0, index).map((point) => point.id)].flatMap((each) => [
      each,
      reasonOf(each),
    ]);
    if (taken.includes(id) || taken.includes(reasonOf(id))) {
      reader.fault(`points[${String(index)}].id`, 'forms.same-id-twice', { id });
    }
    checkOptions(options, label, reader, `points[${String(index)}].options`);
  });
  checkOptions(directions, '今後の方向性', reader, 'directions');
}

function checkOptions(options: readonly PointOption[], label: string, reader: DocumentReader, place: string): void {
  const many = options.length;
  const params = { label, least: FEWEST_OPTIONS, most: MOST_OPTIONS };
  if (many < FEWEST_OPTIONS || many > MOST_OPTIONS) reader.fault(place, 'programs.verification-options', params);
  const words = options.map((option) => option.label);
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  if (twice !== undefined) reader.fault(place, 'forms.same-option-twice', { option: twice });
  refuseTwice(options, reader, place);
}
