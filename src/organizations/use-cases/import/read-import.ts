import type { BankDirectory } from '../../../platform/banks/index.js';
import type { SheetRows } from '../../../platform/excel/index.js';
import { ACCOUNT_KINDS } from '../../domain/bank-account.js';
import { readOfficer, type OfficerTerms } from '../../domain/officer.js';
import { readDetails, type OrganizationDetails } from '../../domain/organization.js';
import { readTogether } from '../../domain/typed-text.js';
import { readWards } from '../../domain/wards.js';
import type { District } from '../../store/district.store.js';
import { refuseUnprintable } from '../printable.js';
import { readAccount, type ReadAccount } from '../typed-account.js';
import { ACCOUNT_SHEET, OFFICER_SHEET, ORGANIZATION_SHEET } from './import-layout.js';
import { rowsOf, type CellFault, type ImportRow } from './import-rows.js';

export interface ImportedOrganization {
  readonly details: OrganizationDetails;
  readonly wards: readonly string[];
  readonly officers: OfficerTerms[];
  account: ReadAccount | null;
}

export interface ImportContent {
  readonly organizations: readonly ImportedOrganization[];
  /** Names that are registered or being registered already; nothing of theirs is read. */
  readonly existing: readonly string[];
  readonly faults: readonly CellFault[];
}

export interface ImportSurroundings {
  readonly districts: readonly District[];
  readonly existingNames: ReadonlySet<string>;
  readonly banks: BankDirectory;
}

/** Reads the three sheets of the workbook; every fault is named, and with any fault nothing may be written. */
export function readImport(sheets: readonly SheetRows[], around: ImportSurroundings): ImportContent {
  const faults: CellFault[] = [];
  const [organizationRows, officerRows, accountRows] = [ORGANIZATION_SHEET, OFFICER_SHEET, ACCOUNT_SHEET].map((sheet) =>
    rowsOf(sheets, sheet, faults),
  ) as [ImportRow[], ImportRow[], ImportRow[]];
  const existing = organizationRows
    .map((row) => row.text('organization'))
    .filter((name) => around.existingNames.has(name));
  const organizations = new Map<string, ImportedOrganization | null>();
  for (const row of organizationRows) readOrganization(row, organizations, around);
  const target = (row: ImportRow): ImportedOrganization | null => {
    const name = row.text('organization');
    if (!organizations.has(name) && !around.existingNames.has(name)) {
      row.fault('organization', 'organizations.import-organization-unknown', { name });
    }
    return organizations.get(name) ?? null;
  };
  for (const row of officerRows) readOfficerRow(row, target(row));
  for (const row of accountRows) readAccountRow(row, target(row), around.banks);
  const read = [...organizations.values()].filter((organization) => organization !== null);
  if (faults.length === 0 && read.length === 0 && existing.length === 0) {
    faults.push({
      sheet: ORGANIZATION_SHEET.name,
      cell: 'A2',
      heading: '団体名',
      code: 'organizations.import-nothing',
    });
  }
  return { organizations: read, existing, faults };
}

function readOrganization(
  row: ImportRow,
  organizations: Map<string, ImportedOrganization | null>,
  { districts, existingNames }: ImportSurroundings,
): void {
  const name = row.text('organization');
  if (existingNames.has(name)) return;
  if (organizations.has(name)) return row.fault('organization', 'organizations.import-name-twice', { name });
  const district = districts.find((known) => known.name === row.text('districtId'));
  const typed = {
    name,
    kana: row.text('kana'),
    districtId: district?.id ?? '',
    postalCode: row.code('postalCode', 7),
    address: row.text('address'),
    phone: row.text('phone'),
    mail: row.text('mail'),
    consentsToElectronicDelivery: row.choice('consent') === 'はい',
  };
  const read = row.attempt(
    () =>
      readTogether({
        details: () =>
          readDetails(
            typed,
            districts.map(({ id }) => id),
          ),
        printable: () => refuseUnprintable({ name, address: typed.address }),
      }),
    { name: 'organization' },
  );
  const details = read?.details;
  const listed = row.lines('wards');
  const wards = listed === '' ? [] : row.attempt(() => readWards(listed));
  organizations.set(name, details && wards ? { details, wards, officers: [], account: null } : null);
}

function readOfficerRow(row: ImportRow, organization: ImportedOrganization | null): void {
  const isRepresentative = row.choice('isRepresentative') === '○';
  const [role, name] = [row.text('role'), row.text('name')];
  const read = row.attempt(() =>
    readTogether({
      officer: () =>
        readOfficer({
          ...{ role, name, phone: row.text('phone'), isRepresentative },
          ...{ termFrom: row.day('termFrom'), termUntil: row.day('termUntil') },
        }),
      printable: () => refuseUnprintable({ role, name }),
    }),
  );
  const officer = read?.officer;
  if (!officer || !organization) return;
  if (isRepresentative && organization.officers.some((other) => other.isRepresentative)) {
    return row.fault('isRepresentative', 'organizations.import-representative-twice');
  }
  organization.officers.push(officer);
}

function readAccountRow(row: ImportRow, organization: ImportedOrganization | null, banks: BankDirectory): void {
  const kind = Object.entries(ACCOUNT_KINDS).find(([, label]) => label === row.text('accountKind'))?.[0];
  const bankCode = row.code('bankCode', 4);
  const account = row.attempt(
    () =>
      readAccount(
        {
          bankCode,
          branchCode: row.code('branchCode', 3),
          accountKind: kind ?? '',
          accountNumber: row.code('accountNumber', 7),
          yuchoSymbol: row.code('yuchoSymbol', 5),
          yuchoNumber: row.text('yuchoNumber'),
          holderKana: row.text('holderKana'),
        },
        banks,
      ),
    { bank: banks.bank(bankCode) ? 'branchCode' : 'bankCode' },
  );
  if (!account || !organization) return;
  if (organization.account) return row.fault('organization', 'organizations.import-account-twice');
  organization.account = account;
}
