<?php
// sabre/dav, which Nextcloud, ownCloud and Baïkal are built on, with one user. `php -S` runs this in a folder with `dav.sqlite` and `users` (htdigest).
error_reporting(E_ERROR);
require_once 'Sabre/autoload.php';
$store = new PDO('sqlite:' . getenv('STORE') . '/dav.sqlite');
$store->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
$people = new Sabre\DAVACL\PrincipalBackend\PDO($store);
$server = new Sabre\DAV\Server([
    new Sabre\CalDAV\Principal\Collection($people),
    new Sabre\CalDAV\CalendarRootNode($people, new Sabre\CalDAV\Backend\PDO($store)),
]);
$server->setBaseUri('/');
$server->addPlugin(new Sabre\DAV\Auth\Plugin(new Sabre\DAV\Auth\Backend\File(getenv('STORE') . '/users'), 'calendar'));
$server->addPlugin(new Sabre\DAVACL\Plugin());
$server->addPlugin(new Sabre\CalDAV\Plugin());
$server->exec();
