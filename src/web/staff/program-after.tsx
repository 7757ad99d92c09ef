import { DateField, Section, TextField } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';

/** What holds after the decision: from which change on approval is needed, and by which article. */
export function ChangeFields({ values }: { values: FormValues }) {
  const text = (name: string, label: string, hint?: string) => (
    <TextField
      name={`changes[${name}]`}
      label={label}
      hint={hint}
      size={name.endsWith('Percent') ? 'short' : 'medium'}
      {...(name.endsWith('Percent') && { inputMode: 'numeric' })}
      value={values.text(`changes.${name}`)}
    />
  );
  return (
    <>
      <Section title="変更の承認">
        <p>
          ここに書いた割合を超える変更は、承認の申請になります。超えない変更は、届け出るだけの軽微な変更になります。
        </p>
        {text(
          'totalPercent',
          '支出の合計の増減（％）',
          'この割合を超えると承認が要ります。割合を問わないときは空欄にします。',
        )}
        {text(
          'categoryPercent',
          '科目ごとの増減（％）',
          'どれか一つの科目がこの割合を超えると承認が要ります。割合を問わないときは空欄にします。',
        )}
        {text('article', '変更の承認の条', '例：交付規則第8条')}
      </Section>
      <Section title="中止・廃止、取消し、状況報告">
        {text('discontinuationArticle', '中止・廃止の承認の条')}
        {text('revocationArticle', '交付決定の取消しの条')}
        {text('reportArticle', '状況報告の条')}
        <DateField
          name="changes[progressDue]"
          label="状況報告の期限"
          hint="すべての団体に求めるとき。職員が求めたときだけにするなら、空欄にします。"
          value={values.day('changes.progressDue')}
        />
      </Section>
    </>
  );
}
