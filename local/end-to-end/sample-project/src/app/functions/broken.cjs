exports.main = async () => {
  throw new Error('inside knowledge');
};
