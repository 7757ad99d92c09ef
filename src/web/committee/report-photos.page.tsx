import { sectionNamed } from '../../forms/index.js';
import { consentField, PHOTO_PREFIX, PHOTOS } from '../../performance-reports/index.js';
import { disclosureTermsOf } from '../../programs/index.js';
import { Checkbox, FileField, TextField, VisuallyHidden } from '../shared/index.js';
import { FileItem } from '../shared/kept-files.js';
import { ReportSectionForm, type ReportPageProps } from './report-parts.js';
import { reportFiles, reportUrl } from './report-words.js';
import { ParkedHere, StayButton } from '../shared/sections/section-frame.js';
import { PointsHere } from './section-parts.js';

/** Photographs of what was done, each with its caption. */
export function ReportPhotosPage({ viewer, draft }: ReportPageProps) {
  return (
    <ReportSectionForm viewer={viewer} draft={draft} name={PHOTOS} upload>
      <PointsHere draft={draft} section={PHOTOS} pointer={PHOTOS} />
      <FileField
        name={PHOTOS}
        label="写真"
        hint="JPEG、PNGの写真。一つ20MB、12枚まで。写っている人に、報告に使うことを伝えてください。"
        accept=".jpg,.jpeg,.png,.webp"
        multiple
        sendTo={reportUrl(viewer, draft.report.id, 'files')}
      />
      <div data-instead-of-sending={PHOTOS}>
        <StayButton kind="secondary" act={`attach:${PHOTOS}`} place={PHOTOS}>
          選んだ写真を添える
        </StayButton>
      </div>
      <div data-files-of={PHOTOS}>
        <AddedPhotos viewer={viewer} draft={draft} />
      </div>
    </ReportSectionForm>
  );
}

/** What was added, each picture with the field for its caption. */
export function AddedPhotos({ viewer, draft }: ReportPageProps) {
  const { fields, parked } = sectionNamed(draft.sections, PHOTOS);
  const access = reportFiles(viewer, draft.report.id, draft.scans);
  const photos = draft.files.filter(({ kind }) => kind.startsWith(PHOTO_PREFIX));
  if (photos.length === 0) return null;
  const asksConsent = disclosureTermsOf(draft.grant.document).photographs;
  return (
    <ul class="added-files photo-list">
      {photos.map((file, index) => (
        <li key={file.id}>
          <FileItem file={file} access={access}>
            <StayButton act={`remove-file:${file.id}`} place={PHOTOS}>
              外す<VisuallyHidden>：{file.name}</VisuallyHidden>
            </StayButton>
          </FileItem>
          <TextField
            name={`photos[${file.kind}]`}
            label={`写真${String(index + 1)}の説明`}
            hint="例：10月3日、炊き出しの様子"
            value={fields.get(file.kind)}
          />
          <ParkedHere parked={parked} field={file.kind} label="写真の説明" />
          {asksConsent && (
            <Checkbox
              name={`photos[${consentField(file.kind)}]`}
              label={`写真${String(index + 1)}を、${viewer.town.name}のホームページで公表してよい`}
              hint="写っている人の了解を得ているときだけ、印を付けてください。印がない写真は公表しません。"
              checked={fields.get(consentField(file.kind)) === 'yes'}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
