import { serverLoads } from './server';
console.log(JSON.stringify(await serverLoads(), null, 1));
process.exit(0);
