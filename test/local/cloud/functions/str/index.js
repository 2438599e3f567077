exports.main = async () => '123'
