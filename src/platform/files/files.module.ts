import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { FileScans } from './file-scans.js';
import { FileStore } from './file-store.js';
import { ScanFile } from './scan-file.js';
import { VirusScanner } from './virus-scanner.js';

/** CLAMAV_HOST set: uploads wait for the scanner. Not set: they can be opened at once. */
@Global()
@Module({
  providers: [
    { provide: VirusScanner, inject: [AppConfig], useFactory: ({ clamav }: AppConfig) => new VirusScanner(clamav) },
    FileScans,
    FileStore,
    ScanFile,
  ],
  exports: [FileStore, ScanFile],
})
export class FilesModule {}
