import { DRAFT_MARKS, MARK_LABEL, marksOf, type StartDraft } from '../../approvals/index.js';
import { Checkbox, Checkboxes, Details, TextField } from '../shared/index.js';
import type { DraftOptionsDto } from './approvals.dto.js';

interface DraftOptionsProps {
  readonly marks: readonly string[];
  readonly carried: boolean;
}

/** 重要・異例・新規 and 持ち回り: how a draft goes round. */
export function DraftMarks({ marks, carried }: DraftOptionsProps) {
  return (
    <>
      <Checkboxes
        name="marks"
        label="代決できない起案"
        hint="あてはまるものを選ぶと、不在の上司に代わる決裁（代決）ができなくなります。"
        options={DRAFT_MARKS.map((mark) => ({ value: mark, label: MARK_LABEL[mark] }))}
        values={marks}
      />
      <Checkbox
        name="carried"
        label="急ぐため持ち回りにする"
        hint="決裁する職より前の職が、順番を待たずに承認できます。"
        checked={carried}
      />
    </>
  );
}

/** The same for a new draft, closed until needed, together with the earlier draft that it cites. `sent` is what was typed. */
export function DraftOptions({ sent }: { sent: unknown }) {
  const typed: Readonly<Record<string, unknown>> =
    typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {};
  const marks = [typed['marks'] ?? []].flat().filter((mark) => typeof mark === 'string');
  const cites = typeof typed['cites'] === 'string' ? typed['cites'] : '';
  const carried = typed['carried'] === 'yes';
  return (
    <Details summary="回し方・引用" open={marks.length > 0 || carried || cites !== ''}>
      <DraftMarks marks={marks} carried={carried} />
      <TextField
        name="cites"
        label="引用する起案番号"
        hint="却下された起案を改めるときなどに入力します。例：R8-起案-0012"
        value={cites}
        size="medium"
      />
    </Details>
  );
}

/** How the draft goes round, as the form says it. */
export const optionsIn = ({
  marks,
  carried,
  cites,
}: DraftOptionsDto): Required<Pick<StartDraft, 'marks' | 'carried' | 'cites'>> => ({
  marks: marksOf(marks),
  carried: carried === 'yes',
  cites,
});
