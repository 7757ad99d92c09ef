import { refuseTwice, type DocumentReader, readForm } from '../../forms/index.js';
import { RESULT_QUESTIONS, type DayOfYear, type ReportForm } from './report-form.js';

/** Taken by the pages that every report has. */
const RESERVED_SECTIONS: readonly string[] = ['account', 'photos', 'receipts'];
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The 実績報告 of a programme; every fault at its place below `report`. */
export function readReport(reader: DocumentReader): ReportForm {
  const report: ReportForm = {
    due: readDue(reader.within('due')),
    form: reader.given('form') ? readForm(reader) : RESULT_QUESTIONS,
    receipts: reader.flag('receipts'),
    carryOver: readCarryOver(reader.within('carryOver')),
    withinCost: reader.flag('withinCost'),
    checklist: reader.list('checklist', (item) => ({
      id: item.id('report-check'),
      text: item.text('text', '検査の確認項目'),
      article: item.optionalText('article', '確認項目の根拠', 60),
    })),
    articles: readArticles(reader.within('articles')),
    formLabel: reader.optionalText('formLabel', '様式番号', 60) || null,
  };
  refuseTwice(report.checklist, reader, 'checklist');
  report.form.forEach(({ id }, index) => {
    if (RESERVED_SECTIONS.includes(id)) reader.fault(`form[${String(index)}].id`, 'forms.same-id-twice', { id });
  });
  return report;
}

function readDue(reader: DocumentReader): ReportForm['due'] {
  return {
    days: reader.whole('days', '実績報告の期限の日数', 1, 366),
    latest: reader.given('latest') ? readDayOfYear(reader.within('latest')) : null,
    discontinuedDays: reader.whole('discontinuedDays', '中止・廃止のあとの日数', 1, 366),
    article: reader.optionalText('article', '実績報告の期限の根拠', 60),
  };
}

function readDayOfYear(reader: DocumentReader): DayOfYear {
  const month = reader.whole('month', '期限の月', 1, 12);
  return { month, day: reader.whole('day', '期限の日', 1, LONGEST_MONTH[month - 1] ?? 31) };
}

function readCarryOver(reader: DocumentReader): ReportForm['carryOver'] {
  const label = reader.optionalText('label', '次年度繰越の科目名', 40);
  return label === '' ? null : { label, article: reader.optionalText('article', '次年度繰越の根拠', 60) };
}

const readArticles = (reader: DocumentReader): ReportForm['articles'] => ({
  report: reader.optionalText('report', '実績報告の条', 60),
  determination: reader.optionalText('determination', '額の確定の条', 60),
});
