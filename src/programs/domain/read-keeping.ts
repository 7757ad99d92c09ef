import type { KeepingTerms } from '../../kernel/keeping-terms.js';
import type { DocumentReader } from '../../forms/index.js';

const MOST_YEARS = 50;

/** What has to be kept after the grant; every fault at its place below `keeping`. */
export const readKeeping = (reader: DocumentReader): KeepingTerms => ({
  years: reader.whole('years', '書類の保存年数', 1, MOST_YEARS),
  article: reader.optionalText('article', '書類の保存の条', 60),
  propertyArticle: reader.optionalText('propertyArticle', '財産処分の制限の条', 60),
  propertyFrom: reader.whole('propertyFrom', '備品とする額', 1, 10_000_000),
  propertyYears: reader.whole('propertyYears', '処分を制限する年数', 1, MOST_YEARS),
  ...(reader.given('propertyKinds') && {
    propertyKinds: reader.list('propertyKinds', (kind) => ({
      label: kind.text('label', '備品の種類', 40),
      years: kind.whole('years', '耐用年数', 1, MOST_YEARS),
    })),
  }),
  formLabel: reader.optionalText('formLabel', '財産処分の通知書の様式番号', 60) || null,
});
