import { disclosureTermsOf, type ProgramDocument } from '../program-document.js';
import type { FormSection } from '../../../forms/index.js';

/** What an edition says of what everyone may read. */
export function disclosureInWords(
  document: Pick<ProgramDocument, 'disclosure' | 'form' | 'report'>,
): { key: string; label: string; words: string }[] {
  const { application, report, field, photographs } = disclosureTermsOf(document);
  return [
    { key: 'application', label: '申請書から公表する項目', words: labelsOf(application, document.form) },
    { key: 'report', label: '実績報告から公表する項目', words: labelsOf(report, document.report?.form ?? []) },
    { key: 'photographs', label: '写真', words: photographs ? '団体が公表に同意したものを公表する' : '公表しない' },
    { key: 'field', label: '分野の分け方', words: field === null ? '分けない' : labelsOf([field], document.form) },
  ];
}

function labelsOf(ids: readonly string[], form: readonly FormSection[]): string {
  const questions = form.flatMap((section) => section.questions);
  const labels = ids.flatMap((id) => questions.find((question) => question.id === id)?.label ?? []);
  return labels.length === 0 ? 'なし' : labels.join('、');
}
