import type { OrganizationView } from '../../organizations/index.js';
import { Day, Moment, Section, StatusTag, Timeline, type Viewer } from '../shared/index.js';
import { accountInShort, CHANGE_STATE } from '../shared/organization-facts.js';

/** Every account the organisation has had, and who changed it when. */
export function AccountHistory({ viewer, view }: { viewer: Viewer; view: OrganizationView }) {
  const closed = view.changes.filter(({ state }) => state !== 'open');
  if (closed.length === 0 && view.accounts.length < 2) return null;
  return (
    <Section title="口座のうつりかわり">
      <ul>
        {view.accounts.map((account) => (
          <li key={account.id}>
            {accountInShort(account)}：<Day date={account.validFrom} />
            から
            {account.validUntil && (
              <>
                <Day date={account.validUntil} />
                まで
              </>
            )}
          </li>
        ))}
      </ul>
      <Timeline
        events={closed.map((change) => ({
          at: <Moment at={change.closedAt} />,
          what: (
            <>
              <StatusTag tone={CHANGE_STATE[change.state].tone}>{CHANGE_STATE[change.state].label}</StatusTag>{' '}
              {accountInShort(change.proposed)}
              <p>
                届出：{change.requestedBy.name}
                {change.confirmations.length > 0 &&
                  `　確認：${change.confirmations.map(({ staffName }) => staffName).join('、')}`}
                {change.closedReason && `　理由：${change.closedReason}`}
              </p>
              {change.state === 'confirmed' && (
                <p>
                  <a href={viewer.url(`staff/acknowledgements/account-change/${change.id}`)}>届への通知書</a>
                </p>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}
