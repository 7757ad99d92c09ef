import { groupDigits } from '../../../kernel/yen.js';
import { keepingTermsOf, type ProgramDocument } from '../program-document.js';

/** What an edition says of books, papers and property after the grant. */
export function keepingInWords(
  document: Pick<ProgramDocument, 'keeping'>,
): { key: string; label: string; words: string }[] {
  const terms = keepingTermsOf(document);
  const { years, article, propertyArticle, propertyFrom, propertyYears, propertyKinds = [], formLabel } = terms;
  return [
    { key: 'years', label: '書類の保存', words: withArticle(`年度の終わりから${String(years)}年`, article) },
    { key: 'property', label: '備品台帳', words: `${groupDigits(propertyFrom)}円以上のものを載せる` },
    {
      key: 'disposal',
      label: '財産処分の制限',
      words: withArticle(`耐用年数のないものは、買った日から${String(propertyYears)}年`, propertyArticle),
    },
    {
      key: 'kinds',
      label: '備品の種類と耐用年数',
      words: propertyKinds.map((kind) => `${kind.label}${String(kind.years)}年`).join('、') || '種類を分けない',
    },
    { key: 'form', label: '財産処分の通知書', words: formLabel ?? '様式番号なし' },
  ];
}

const withArticle = (words: string, article: string): string => (article === '' ? words : `${words}（${article}）`);
