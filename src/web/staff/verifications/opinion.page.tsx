import type { Fields } from '../../../forms/index.js';
import { blankOpinion, type Side, type VerificationPage as View } from '../../../verifications/index.js';
import { DateField, Section, type Viewer } from '../../shared/index.js';
import { OpinionForm } from '../../shared/opinion-form.js';
import { SideBySide } from '../../shared/verification-words.js';

interface StaffOpinionPageProps {
  readonly viewer: Viewer;
  readonly view: View;
  readonly side: Side;
  readonly typed: { readonly fields: Fields; readonly saidOn: string } | null;
  readonly isStale: boolean;
  /** As it is kept, or today. */
  readonly saidOn: string;
}

const DAY_LABELS: Readonly<Record<Exclude<Side, 'staff'>, string>> = {
  organization: '団体から受け取った日',
  panel: '審査会を開いた日',
};

/** The sheet as staff fill it: for the section, for the panel's common view, or from a paper of the organisation. */
export function StaffOpinionPage({ viewer, view, side, typed, isStale, saidOn }: StaffOpinionPageProps) {
  const { verification, sheet, opinions } = view;
  const back = viewer.url(`staff/verifications/${verification.id}`);
  const others = view.asked.filter((each) => each !== side);
  return (
    <>
      <OpinionForm
        action={viewer.url(`staff/verifications/${verification.id}/opinions/${side}`)}
        back={back}
        sheet={sheet}
        opinion={opinions.find((each) => each.side === side) ?? blankOpinion(side)}
        typed={typed?.fields ?? null}
        isStale={isStale}
        giveWords="この内容で確定する"
      >
        {side !== 'staff' && (
          <DateField name="saidOn" label={DAY_LABELS[side]} required value={typed?.saidOn ?? saidOn} />
        )}
      </OpinionForm>
      <Section title="ほかの答え">
        <SideBySide points={view.points} asked={others} />
      </Section>
    </>
  );
}
