#!/usr/bin/env node
// `hubspot-local <project folder>`: serves a HubSpot project until it is told to end.
import { register } from 'tsx/esm/api';

register();
const { runCommand } = await import('./command.ts');
await runCommand(process.argv.slice(2), process.env);
