import type { BankOffice } from '../../platform/banks/index.js';
import { Button } from './buttons.js';
import { EmptyState, Steps } from './feedback.js';
import { TextField } from './fields.js';
import { Form, Hidden } from './forms.js';
import { CheckAnswers } from './lists.js';
import { Section } from './structure.js';

interface BankSearchProps {
  /** The page of the account form, which takes `bank` and `branch` from its address. */
  readonly action: string;
  readonly typed: string;
  readonly found: readonly BankOffice[];
}

/** First step of three: the bank by name, kana or code. An ordinary search page, so that it needs no scripts. */
export function BankSearch({ action, typed, found }: BankSearchProps) {
  return (
    <>
      <Steps current={1} total={3} label="銀行を選ぶ" />
      <Form action={action} method="get" label="銀行を探す">
        <TextField
          name="q"
          label="銀行の名前"
          hint="漢字でも、かなでも探せます（例：福岡銀行、ちくほう、ゆうちょ）。4桁の銀行コードでもかまいません。"
          value={typed}
          type="search"
          size="medium"
          autocomplete="off"
          required
        />
        <div class="search-action">
          <Button kind="secondary">探す</Button>
        </div>
      </Form>
      {typed !== '' && (
        <Offices
          found={found}
          title="銀行"
          href={(bank) => `${action}?bank=${bank.code}`}
          note={(bank) => `銀行コード ${bank.code}`}
          none="この名前の銀行は見つかりませんでした。"
        />
      )}
    </>
  );
}

interface BranchSearchProps extends BankSearchProps {
  readonly bank: BankOffice;
}

/** Second step: the branch. Not reached for ゆうちょ, whose branch follows from the 記号. */
export function BranchSearch({ action, bank, typed, found }: BranchSearchProps) {
  return (
    <>
      <Steps current={2} total={3} label="支店を選ぶ" />
      <p>
        銀行：<strong>{bank.name}</strong>（銀行コード {bank.code}）　<a href={action}>銀行を選び直す</a>
      </p>
      <Form action={action} method="get" label="支店を探す">
        <Hidden name="bank" value={bank.code} />
        <TextField
          name="q"
          label="支店の名前"
          hint="漢字でも、かなでも探せます（例：小郡、おごおり）。3桁の支店コードでもかまいません。"
          value={typed}
          type="search"
          size="medium"
          autocomplete="off"
          required
        />
        <div class="search-action">
          <Button kind="secondary">探す</Button>
        </div>
      </Form>
      <Offices
        found={found}
        title="支店"
        href={(branch) => `${action}?bank=${bank.code}&branch=${branch.code}`}
        note={(branch) => `支店コード ${branch.code}`}
        none="この名前の支店は見つかりませんでした。"
      />
    </>
  );
}

/** What was chosen in the first two steps, with the way back to them. */
export const ChosenBank = ({ bank, branch, again }: { bank: BankOffice; branch: BankOffice | null; again: string }) => (
  <>
    <CheckAnswers
      answers={[
        { label: '銀行', value: `${bank.name}（${bank.code}）` },
        ...(branch ? [{ label: '支店', value: `${branch.name}（${branch.code}）` }] : []),
      ]}
    />
    <p>
      <a href={again}>銀行・支店を選び直す</a>
    </p>
  </>
);

interface OfficesProps {
  readonly found: readonly BankOffice[];
  readonly title: string;
  readonly none: string;
  readonly href: (office: BankOffice) => string;
  readonly note: (office: BankOffice) => string;
}

function Offices({ found, title, none, href, note }: OfficesProps) {
  if (found.length === 0) {
    return (
      <EmptyState title={none}>
        <p>短い言葉か、かなで探し直してください。</p>
      </EmptyState>
    );
  }
  return (
    <Section
      title={
        found.length >= 50
          ? `${title}の候補（先頭の50件。名前で絞り込めます）`
          : `${title}の候補（${String(found.length)}件）`
      }
    >
      <ul class="office-list">
        {found.map((office) => (
          <li key={office.code}>
            <a href={href(office)}>{office.name}</a>
            <span class="hint">{note(office)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
