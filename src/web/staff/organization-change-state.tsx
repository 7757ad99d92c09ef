import { isConfirmed, type AccountChange, type OrganizationView } from '../../organizations/index.js';
import { ButtonLink, Moment, Notice, type Viewer } from '../shared/index.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

/** Who has looked at the passbook, with the name that each confirmed. */
export const Confirmed = ({ change: { confirmations } }: { change: AccountChange }) =>
  confirmations.length === 0 ? (
    <>まだいません</>
  ) : (
    <>
      {confirmations.map(({ staffId, staffName, confirmedAt, transferKana, unlikeReason }) => (
        <p key={staffId}>
          {staffName} <Moment at={confirmedAt} />
          <br />
          振込用カナ {transferKana}
          {unlikeReason && `（通帳の名義と違う理由：${unlikeReason}）`}
        </p>
      ))}
    </>
  );

interface ChangeDraftProps {
  readonly viewer: Viewer;
  readonly view: OrganizationView;
  readonly change: AccountChange;
  readonly mayRequest: boolean;
}

/** Where the town decides by a draft: the draft that runs, or the way to begin one. */
export function ChangeDraft({ viewer, view: { file, changeDraft }, change, mayRequest }: ChangeDraftProps) {
  if (changeDraft.draft) {
    const { id, number } = changeDraft.draft;
    return (
      <Notice tone="info" title="決裁を待っています">
        <p>
          起案 <a href={viewer.url(`staff/approvals/${id}`)}>{number}</a> の決裁が終わると、新しい口座に変わります。
        </p>
      </Notice>
    );
  }
  if (!changeDraft.ruled || !isConfirmed(change)) return null;
  return (
    <Notice tone="info" title="2人の確認がそろいました">
      <p>口座の変更は、決裁を受けて行います。</p>
      {mayRequest && (
        <ButtonLink href={viewer.url(`${ORGANIZATIONS_PATH}/${file.id}/account/change/${change.id}/draft`)}>
          口座の変更を起案する
        </ButtonLink>
      )}
    </Notice>
  );
}
