<input type="hidden" name="token" value="<?= $e($token) ?>">
