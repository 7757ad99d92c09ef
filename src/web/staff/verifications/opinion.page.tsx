import type { Fields } from '../../../forms/index.js';
import { blankOpinion, type Side, type VerificationPage as View } from '../../../verifications/index.js';
import { DateField, Section, TextField, type Viewer } from '../../shared/index.js';
import { OpinionForm } from '../../shared/opinion-form.js';
import { SideBySide } from '../../shared/verification-words.js';

interface StaffOpinionPageProps {
  readonly viewer: Viewer;
  readonly view: View;
  readonly side: Side;
  readonly typed: { readonly fields: Fields; readonly saidOn: string; readonly meeting: string } | null;
  readonly isStale: boolean;
  /** As it is kept, or today. */
  readonly saidOn: string;
}

const DAY_LABELS: Readonly<Record<Exclude<Side, 'staff'>, string>> = {
  organization: '団体から受け取った日',
  panel: '審査会を開いた日',
};

/** The sheet as staff fill it: for the section, from the record of a panel that did not answer by itself, or from a paper of the organisation. */
export function StaffOpinionPage({ viewer, view, side, typed, isStale, saidOn }: StaffOpinionPageProps) {
  const { verification, sheet, opinions } = view;
  const back = viewer.url(`staff/verifications/${verification.id}`);
  const opinion = opinions.find((each) => each.side === side) ?? blankOpinion(side);
  const others = view.asked.filter((each) => each !== side);
  return (
    <>
      <OpinionForm
        action={viewer.url(`staff/verifications/${verification.id}/opinions/${side}`)}
        back={back}
        sheet={sheet}
        opinion={opinion}
        typed={typed?.fields ?? null}
        isStale={isStale}
        giveWords="この内容で確定する"
      >
        {side !== 'staff' && (
          <DateField name="saidOn" label={DAY_LABELS[side]} required value={typed?.saidOn ?? saidOn} />
        )}
        {side === 'panel' && (
          <TextField
            name="meeting"
            label="審査会の名前と回"
            hint="例：協働のまちづくり審査会　第2回。「審査会の答えを担当課が記入」と、日付とともに公表します。"
            required
            value={typed?.meeting ?? opinion.meeting}
          />
        )}
      </OpinionForm>
      <Section title="ほかの答え">
        <SideBySide points={view.points} asked={others} />
      </Section>
    </>
  );
}
