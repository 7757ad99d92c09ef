import type { FormValues } from './program-form-values.js';
import { ProgramRows } from './program-rows.js';
import { AUTOMATIC_LABELS } from './program-words.js';

/** What staff check of every application, and what the system checks itself. */
export function ChecklistFields({ values }: { values: FormValues }) {
  return (
    <ProgramRows
      values={values}
      path="checklist"
      caption="確認項目"
      fields={[
        { field: 'text', label: '項目' },
        { field: 'article', label: '根拠' },
        {
          field: 'automatic',
          label: '確かめ方',
          kind: 'select',
          options: AUTOMATIC_LABELS,
          prompt: '職員が確かめる',
        },
      ]}
    />
  );
}
