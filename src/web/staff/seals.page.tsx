import type { IssuedLetter, SealUse } from '../../notices/index.js';
import {
  Button,
  ButtonRow,
  Checkboxes,
  DataTable,
  DateField,
  Day,
  Form,
  Section,
  TextField,
  type Viewer,
} from '../shared/index.js';

interface SealsProps {
  readonly viewer: Viewer;
  readonly uses: readonly SealUse[];
  readonly unsealed: readonly IssuedLetter[];
  readonly today: string;
  readonly typed: (field: string) => string;
  readonly mayRecord: boolean;
}

/** 公印使用簿, which prints as a list, and on the screen the entry of a use. */
export function SealsPage({ viewer, uses, unsealed, today, typed, mayRecord }: SealsProps) {
  return (
    <>
      {mayRecord && (
        <div class="screen-only">
          <Section title="公印の使用を記録する">
            <Form action={viewer.url('staff/letters/seals')} label="公印の使用を記録する">
              {unsealed.length > 0 && (
                <Checkboxes
                  name="letterIds"
                  label="押印した通知書"
                  options={unsealed.map(({ id, number, title, addressee }) => ({
                    value: id,
                    label: `${number ?? ''}　${title}（${addressee}）`,
                  }))}
                />
              )}
              <TextField
                name="document"
                label="そのほかに押印した文書"
                hint="このシステムの外で作った文書に押印したときに入力します。"
                value={typed('document')}
              />
              <TextField
                name="copies"
                label="そのほかの文書の部数"
                inputMode="numeric"
                size="short"
                value={typed('copies') || '1'}
              />
              <DateField name="usedOn" label="公印を使った日" required value={typed('usedOn') || today} />
              <TextField
                name="keeper"
                label="公印の保管者"
                hint="例：総務広報課長　見本 太郎"
                required
                value={typed('keeper')}
                size="medium"
              />
              <ButtonRow>
                <Button>公印使用簿に記録する</Button>
              </ButtonRow>
            </Form>
          </Section>
        </div>
      )}
      <DataTable
        caption={`公印使用簿（${String(uses.length)}件）`}
        cards
        keyboard
        empty="公印の使用は、まだ記録されていません。"
        rows={uses}
        columns={[
          { label: '使用日', tight: true, cell: ({ usedOn }) => <Day date={usedOn} /> },
          { label: '文書番号・件名', heading: true, cell: ({ document }) => document },
          { label: '部数', align: 'end', tight: true, cell: ({ copies }) => String(copies) },
          { label: '使用者', tight: true, cell: ({ usedBy }) => usedBy },
          { label: '保管者', tight: true, cell: ({ keeper }) => keeper },
        ]}
      />
    </>
  );
}
