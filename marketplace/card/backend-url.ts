/** The address of the app's back end. The marketplace build replaces this placeholder. */
export const backendUrl: string = 'https://bulk-associate.example.com';
