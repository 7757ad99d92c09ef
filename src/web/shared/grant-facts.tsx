import type { GrantCase } from '../../grant-changes/index.js';
import { StatusTag, type Tone } from './feedback.js';
import { CheckAnswers } from './lists.js';
import { programOfYear } from './program-of-year.js';
import { Day, Money } from './values.js';

/** How a grant stands after its decision, in one word. */
export function grantStanding({ grant }: Pick<GrantCase, 'grant'>): { readonly label: string; readonly tone: Tone } {
  if (grant.revokedOn !== null) return { label: '全部取消し', tone: 'danger' };
  if (grant.determinedOn !== null) return { label: '額の確定済み', tone: 'success' };
  if (grant.discontinuedOn !== null) return { label: '中止・廃止', tone: 'warning' };
  return grant.amountInForce === grant.amount
    ? { label: '決定のとおり', tone: 'success' }
    : { label: '決定を変更', tone: 'info' };
}

/** What was decided and what holds today. */
export function GrantFacts({ view, letterHref }: { view: GrantCase; letterHref: (letterId: string) => string }) {
  const { grant, title, organization } = view;
  const { label, tone } = grantStanding(view);
  const { representative } = organization;
  return (
    <CheckAnswers
      answers={[
        { label: '状態', value: <StatusTag tone={tone}>{label}</StatusTag> },
        {
          label: '補助金',
          value: programOfYear(grant),
        },
        ...(title === grant.document.name ? [] : [{ label: '事業', value: title }]),
        { label: '団体', value: grant.organizationName },
        {
          label: 'いまの代表者',
          value: representative ? `${representative.role}　${representative.name}` : '登録されていません',
        },
        {
          label: '交付決定',
          value: (
            <>
              <Day date={grant.issuedOn} />　
              {grant.letterId ? <a href={letterHref(grant.letterId)}>{grant.letterNumber}</a> : grant.letterNumber}
            </>
          ),
        },
        { label: '決定したときの額', value: <Money yen={grant.amount} /> },
        { label: 'いまの交付決定額', value: <Money yen={grant.amountInForce} strong /> },
        ...(grant.discontinuedOn === null
          ? []
          : [{ label: '中止・廃止の日', value: <Day date={grant.discontinuedOn} /> }]),
      ]}
    />
  );
}
