import { DRAFT_MARKS, MARK_LABEL } from '../../approvals/index.js';
import { Checkbox, Checkboxes, TextArea, TextField } from '../shared/index.js';

interface DraftFieldsProps {
  readonly title: string;
  readonly reason: string;
  readonly marks?: readonly string[];
  readonly carried?: boolean;
}

/** What every 起案 says, whatever its cases: the form around it belongs to the stage that owns them. */
export function DraftFields({ title, reason, marks = [], carried = false }: DraftFieldsProps) {
  return (
    <>
      <TextField name="title" label="件名" required value={title} hint="例：令和8年度運営交付金の交付決定について" />
      <TextArea
        name="reason"
        label="起案の理由"
        required
        rows={5}
        value={reason}
        hint="何を、なぜ決めるのか。決裁者が最初に読みます。"
      />
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
