import { answeredIn } from '../../../verifications/index.js';
import { pointsOf } from '../../../kernel/verification-sheet.js';
import { DataTable, Notice, Prose, Section } from '../../shared/index.js';
import { OpinionForm } from '../../shared/opinion-form.js';
import type { MemberAnswerPageProps } from './member-answer.page.js';

/** What each member answered, side by side, and the one answer that the chair makes of it. */
export function AgreedAnswerPage({ viewer, view, typed, isStale }: MemberAnswerPageProps) {
  const { verification, sheet, members, agreed } = view;
  const answered = answeredIn(members);
  const open = members.filter(({ away, sheet: { given } }) => !away && given === null);
  const away = members.filter((each) => each.away);
  const path = `panel/verifications/${verification.id}`;
  return (
    <>
      <Section title="委員の答え">
        {open.length > 0 && (
          <Notice tone="info" title={`まだ答えていない委員：${open.map(({ name }) => name).join('、')}`}>
            <p>審査会を欠席した委員の答えは、ないままでもまとめられます。</p>
          </Notice>
        )}
        {away.length > 0 && <p>{`利害関係により加わらない委員：${away.map(({ name }) => name).join('、')}`}</p>}
        <DataTable
          caption="委員の答え"
          captionHidden
          cards
          empty="まだだれも答えていません。"
          rows={answered.length === 0 ? [] : pointsOf(sheet)}
          columns={[
            { label: '項目', cell: ({ label }) => label },
            ...answered.map(({ name, sheet: { given } }) => ({
              label: name,
              cell: ({ id }: { readonly id: string }) => {
                const answer = given?.find(({ point }) => point === id);
                return (
                  <>
                    <strong>{answer?.answer}</strong>
                    <Prose text={answer?.reason ?? ''} />
                  </>
                );
              },
            })),
          ]}
        />
      </Section>
      <Section title="審査会の答え">
        <p>審査会として公表する答えです。委員の名前は公表しません。</p>
        <OpinionForm
          action={viewer.url(`${path}/agreement`)}
          back={viewer.url(path)}
          sheet={sheet}
          opinion={agreed}
          typed={typed}
          isStale={isStale}
          giveWords="審査会の答えとして確定する"
        />
      </Section>
    </>
  );
}
