/** Where the app's back end is. The build writes the real address here. */
export const backendUrl: string = 'https://bulk-associate.example.com';
